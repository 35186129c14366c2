rule data_analysis
{
    meta:
        capability = "data_analysis"
        technique = "AML.T0040"
        weight = "0.1"
        description = "Analysing tables and data sets: statistics, hypotheses, models, charts from figures"

    strings:
        $data_en1 = /\b(data ?sets?|data ?frames?|csv|spreadsheet|excel (file|sheet|table)|time series|survey (data|results)|sample size|log lines|rows)\b/ nocase
        $data_en2 = /\b(dataset card|data dictionary|[0-9]{2,9} rows|columns? [a-z_]+, ?[a-z_]+)\b/ nocase
        $work_en1 = /\b(regression|correlat(e|ion|ed)|anova|t-?tests?|chi-?squared?|p-?values?|confidence intervals?|hypothes(is|es)|outliers?|standard deviation|variance|median|percentiles?|forecast(ing)?|clustering|seasonality|statistical(ly)? significan(t|ce)|pivot tables?|break in the series)\b/ nocase
        $work_en2 = /\b(analy[sz]e|analysis of|summari[sz]e|visuali[sz]e|plot|aggregate|explore|clean|interpret) (the|this|these|my|our|a|your|following) .{0,24}(data|dataset|figures|numbers|results|csv|table|metrics|survey)\b/ nocase
        $code = /\b(pd\.read_(csv|excel|parquet)|\.groupby\(|df\[|read\.csv\(|aggregate\([a-z]+ ?~|ggplot\(|np\.(mean|median|std)|scipy\.stats|statsmodels|sklearn)/
        $data_zh = /(数据集|数据表|表格数据|样本量|时间序列|csv|销售数据|调查数据|问卷数据|日志数据|实验数据|这(组|些|份)数据|以下数据)/ nocase
        $work_zh = /(回归|相关性|方差|显著性|显著|假设检验|置信区间|异常值|中位数|均值|平均值|标准差|聚类|预测|可视化|统计分析|数据分析|趋势|分布|同比|环比)/
        $direct_zh = /(分析|统计|清洗|汇总|挖掘)(以下|下面|这份|这组|这些|该|我们的)?.{0,12}(数据|数据集|表格|报表)/

    condition:
        $code or (any of ($data_en*) and any of ($work_en*)) or $work_en2
        or ($data_zh and $work_zh) or $direct_zh
}
