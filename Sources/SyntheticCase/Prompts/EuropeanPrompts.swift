/// What people ask in Spanish, German, French and Portuguese.
enum EuropeanPrompts {
    static let frames = [esMail, esStudy, esLife, deMail, deLife, deCode, frMail, frLife, ptMail, ptLife]

    private static let esMail = PromptFrame(
        "es-mail", tokens: (110, 210), typed: true,
        prompts: [
            "Escríbeme un correo «cordial|formal|breve» para «quien»: «t:tema».",
            "¿Cómo le digo a «quien» que «t:tema» sin que se moleste?",
        ],
        responses: [
            "Hola: le escribo para comentarle que «t». Quedo a la espera de su respuesta. Un saludo.",
            "Puedes empezar dando las gracias y decirlo en una sola frase.",
        ],
        lists: [
            "quien": ["mi casero", "la profesora", "un cliente", "mi jefa", "la comunidad de vecinos"],
            "tema": [
                "no puedo ir el «3-28»", "la calefacción no funciona", "falta una factura",
                "necesito dos días más",
            ],
        ])
    private static let esStudy = PromptFrame(
        "es-study", tokens: (90, 300), typed: true,
        prompts: [
            "Explícame «tema» con un ejemplo de la vida diaria.",
            "Hazme «5-12» preguntas tipo test sobre «tema».", "resumen de «tema» en «100-250» palabras",
        ],
        responses: [
            "Imagina una bañera que se llena más rápido de lo que se vacía: eso es.",
            "1. ¿Cuál de estas afirmaciones es cierta? a) … b) … c) …",
            "En pocas palabras: qué era, qué cambió y qué queda hoy.",
        ],
        lists: [
            "tema": [
                "la fotosíntesis", "la inflación", "el subjuntivo", "la guerra de Sucesión", "las derivadas",
                "el ciclo del agua",
            ]
        ])
    private static let esLife = PromptFrame(
        "es-life", tokens: (80, 300), typed: true,
        prompts: [
            "¿Qué cocino con «comida» y «comida»?",
            "Ideas para un finde en «sitio» con «niños|amigos|mi madre».",
            "¿Cómo quito una mancha de «comida» de una camisa blanca?",
        ],
        responses: [
            "Un salteado rápido con ajo y un huevo encima.",
            "El sábado, mercado y paseo; el domingo, descanso.",
            "Agua fría cuanto antes, después jabón neutro.",
        ],
        lists: [
            "comida": ["calabacín", "garbanzos", "tomate", "arroz", "vino tinto", "pimentón"],
            "sitio": ["la sierra", "Oaxaca", "Gijón", "la costa"],
        ])
    private static let deMail = PromptFrame(
        "de-mail", tokens: (120, 220), typed: true,
        prompts: [
            "Schreib mir eine «kurze|freundliche|förmliche» Mail an «wen»: «w:was».",
            "Klingt das zu unfreundlich? \"«w:was». Bitte melden.\"",
        ],
        responses: [
            "Guten Tag, es geht um Folgendes: «w». Ich freue mich über eine kurze Rückmeldung.",
            "Ein wenig. Mit einem Dank am Anfang klingt es gleich anders.",
        ],
        lists: [
            "wen": [
                "die Hausverwaltung", "meinen Chef", "die Klassenlehrerin", "das Finanzamt", "den Vermieter",
            ],
            "was": [
                "die Heizung fällt seit «2-9» Tagen aus", "ich brauche eine Fristverlängerung",
                "der Termin am «3-28». passt mir nicht", "die Rechnung stimmt nicht",
            ],
        ])
    private static let deLife = PromptFrame(
        "de-life", tokens: (80, 300), typed: true,
        prompts: [
            "Was kann ich aus «zutat» und «zutat» kochen?",
            "Erklär mir «sache» so, dass es meine Oma versteht.",
            "Wie bekomme ich «sache» von der Steuer abgesetzt oder geht das nicht?",
            "Packliste für «2-6» Tage Wandern mit «Kindern|Hund|Zelt»",
        ],
        responses: [
            "Ein Auflauf: alles in Scheiben, Sahne darüber, vierzig Minuten.",
            "Stell dir ein Fass vor, in das mehr hineinläuft als hinaus.",
            "Das hängt vom Einzelfall ab; frag im Zweifel die Beratung.",
            "Regenjacke, Wechselsocken, Pflaster, Stirnlampe, etwas Süßes.",
        ],
        lists: [
            "zutat": ["Lauch", "Kartoffeln", "Quark", "Rote Bete", "Linsen", "Äpfel"],
            "sache": ["eine Wärmepumpe", "das Arbeitszimmer", "ein Balkonkraftwerk", "die Inflation"],
        ])
    private static let deCode = PromptFrame(
        "de-code", tokens: (260, 340), typed: true,
        prompts: [
            "Wie kann ich in «sprache» «aufgabe»?", "Fehlermeldung in «sprache»: «fehler». Woran liegt das?",
        ],
        responses: [
            "Am einfachsten mit der Standardbibliothek, drei Zeilen genügen.",
            "Der Wert ist an der Stelle noch leer. Gib ihn davor einmal aus.",
        ],
        lists: [
            "sprache": ["Python", "C#", "Excel-VBA", "JavaScript"],
            "aufgabe": [
                "eine CSV mit Umlauten einlesen", "Dateien nach Datum sortieren",
                "jede Nacht um «1-4» Uhr ein Skript starten",
            ],
            "fehler": ["UnicodeDecodeError", "Index außerhalb des Bereichs", "undefined is not a function"],
        ])
    private static let frMail = PromptFrame(
        "fr-mail", tokens: (110, 210), typed: true,
        prompts: [
            "Rédige un mail «poli|court|ferme» à «qui» : «s:sujet».",
            "Corrige les fautes : je vous écrit pour vous dire que «s:sujet».",
        ],
        responses: [
            "Madame, Monsieur, je me permets de vous écrire car «s». Bien cordialement.",
            "Il faut écrire \"je vous écris\", avec un s. Le reste est bon.",
        ],
        lists: [
            "qui": ["mon propriétaire", "la mairie", "l'école", "un client", "ma banque"],
            "sujet": [
                "la fuite n'est pas réparée", "je serai absent le «3-28»", "le devis a changé",
                "il manque un document",
            ],
        ])
    private static let frLife = PromptFrame(
        "fr-life", tokens: (80, 300), typed: true,
        prompts: [
            "Une recette avec «produit» et «produit», en «15-45» minutes ?",
            "Explique-moi «chose» simplement.", "Que faire à «lieu» un dimanche de pluie avec des enfants ?",
        ],
        responses: [
            "Une poêlée : faites revenir, couvrez dix minutes, servez avec du pain.",
            "C'est comme une file d'attente où chacun garde son ticket.",
            "Le petit musée, puis un chocolat chaud.",
        ],
        lists: [
            "produit": ["poireaux", "œufs", "lentilles", "courge", "chèvre"],
            "chose": ["la blockchain", "le taux d'usure", "la photosynthèse", "un trou noir"],
            "lieu": ["Lille", "Nantes", "Lyon", "Dijon"],
        ])
    private static let ptMail = PromptFrame(
        "pt-mail", tokens: (110, 210), typed: true,
        prompts: [
            "Escreva um e-mail «curto|formal|simpático» para «quem»: «a:assunto».",
            "como digo para «quem» que «a:assunto» sem parecer grosso?",
        ],
        responses: [
            "Olá, tudo bem? Escrevo porque «a». Podemos combinar outra data?",
            "Comece agradecendo e diga em uma frase só.",
        ],
        lists: [
            "quem": ["o síndico", "minha chefe", "o cliente", "a escola"],
            "assunto": [
                "o prazo de «2-9» dias é curto", "não vou poder ir", "o boleto veio errado",
                "o barulho da obra não para",
            ],
        ])
    private static let ptLife = PromptFrame(
        "pt-life", tokens: (80, 290), typed: true,
        prompts: [
            "O que dá para cozinhar com «comida» e «comida»?",
            "Me explica «coisa» como se eu tivesse «8|10|12» anos.",
            "Roteiro de «2-4» dias em «lugar» com pouco dinheiro",
        ],
        responses: [
            "Um refogado com alho, vinte minutos e pronto.",
            "Pense num balde com um furinho: é isso.",
            "Primeiro dia: centro a pé; depois, o que for de graça.",
        ],
        lists: [
            "comida": ["abóbora", "feijão", "mandioca", "ovo", "banana"],
            "coisa": ["juros compostos", "um buraco negro", "a nota fiscal", "o El Niño"],
            "lugar": ["Ouro Preto", "Recife", "Curitiba", "Paraty"],
        ])
}
