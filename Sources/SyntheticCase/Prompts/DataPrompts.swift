/// Data analysis over tables, by an operation, and honest help with charts.
enum DataPrompts {
    static let frames = [table, chartHelp]

    private static let table = PromptFrame(
        "table-analysis", tokens: (1900, 640),
        prompts: [
            "CSV (first rows):\n«head»\nQuestion: «question» Write the analysis as runnable code, then say what the result would look like if the assumption on «issue» were wrong.",
            "Dataset card: «500-90000» rows, columns «columns». Propose «3-5» hypotheses, the test for each, and the order in which you would drop them.",
            "Here is a notebook cell and its output. Explain the output, find the mistake, give the corrected cell.\n`df.groupby('«key»')['net'].«mean|sum»()`\n«head»",
        ],
        responses: [
            "```python\ndf = pd.read_csv(p)\nout = df.groupby(key).agg(['median','size'])\n```\nIf that assumption were wrong the medians would move «up|apart|closer», the sizes would not.",
            "H1: the weekday explains most. H2: one site differs. H3: chance. I would drop H2 first; test H1 by permuting whole weeks.",
            "The group has «2-40» missing keys and they are left out silently. With dropna=False the sum agrees with the ledger.",
        ],
        lists: [
            "head": [
                "day,depot,net\n2025-03-01,N,«10-99».5\n2025-03-01,S,\n2025-03-02,N,«10-99».0",
                "id;sex;age;dose\n«1-9»;f;«20-80»;0.«1-9»\n«10-19»;m;;0.«1-9»",
                "ts,host,ms\n1741000«100-999»,a,«3-90»\n1741001«100-999»,b,«200-900»",
            ],
            "question": [
                "Is the difference between depots larger than the noise?",
                "Which hosts are slow only at night?", "Does the dose matter once age is in the model?",
                "Where is the break in the series?",
            ],
            "issue": ["missing values", "the time zone", "independence of rows", "the two outliers"],
            "columns": ["day, depot, net, staff", "id, sex, age, dose, outcome", "ts, host, ms, status"],
            "key": ["depot", "host", "sex", "weekday"],
        ])

    private static let chartHelp = PromptFrame(
        "chart-help", tokens: (260, 240), typed: true,
        prompts: [
            "I uploaded a photo of a chart from my daughter's «geography|biology» book. What does the dashed line mean?",
            "Which kind of chart is best for showing «rainfall|rent|attendance» over «5-20» years to my club?",
            "My bar chart in the spreadsheet starts at «40-90» and looks exaggerated. How do I make it start at zero?",
        ],
        responses: [
            "The dashed line is «the average of the thirty years before|the forecast|the limit set by law».",
            "A simple line, one point per year, and a label at the end of the line instead of a legend.",
            "Double-click the axis, set Minimum to 0, press Enter.",
        ])
}
