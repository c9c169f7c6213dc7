import type { Bilingual } from './speakers';

/** English always; German where the topic has been translated. */
type Translated<Text = string> = { en: Text; de?: Text };

export type TopicWords = {
  key: string;
  category: string;
  tags: string[];
  difficulty: 'beginner' | 'intermediate' | 'advanced';
  duration: number;
  /** Minor units. */
  price: number;
  currency: 'EUR' | 'USD' | 'GBP';
  capacity: number | null;
  state?: 'draft' | 'archived';
  title: Translated;
  description: Translated<string[]>;
  objectives: Translated<string[]>;
  prerequisites: Translated;
  audience: Translated;
  /** Minutes from the start, what happens then, and who leads it when it is not the session's own speaker. */
  agenda: [offset: number, title: Translated, speaker?: string][];
  keywords: string[];
  /** What registrants ask beforehand. */
  questions: Bilingual<string[]>;
  /** What attendees wrote about it. */
  praise: Bilingual<string[]>;
  /** What they struggle with. */
  challenges: Bilingual<string[]>;
  odooProductId?: number;
};

export const TOPICS: TopicWords[] = [
  {
    key: 'cloud-costs',
    category: 'Cloud',
    tags: ['FinOps', 'AWS', 'Azure', 'Kubernetes', 'Cost Control'],
    difficulty: 'intermediate',
    duration: 60,
    price: 0,
    currency: 'EUR',
    capacity: 150,
    title: { en: 'Cloud Costs Under Control', de: 'Cloud-Kosten im Griff' },
    description: {
      en: [
        'Nobody decides to waste money in the cloud. It happens between teams: a test environment that was never switched off, a database one size too large, traffic that crosses a zone for no reason. After two years it is a fifth of the bill.',
        'In this hour we go through an anonymised invoice line by line, give every line an owner, and decide together which measures pay for themselves within a month.',
      ],
      de: [
        'Niemand beschließt, in der Cloud Geld zu verschwenden. Es passiert zwischen den Teams: eine Testumgebung, die nie abgeschaltet wurde, eine Datenbank, die eine Nummer zu groß ist, Datenverkehr, der ohne Grund die Zone wechselt. Nach zwei Jahren ist das ein Fünftel der Rechnung.',
        'In dieser Stunde gehen wir eine anonymisierte Rechnung Zeile für Zeile durch, geben jeder Zeile eine Eigentümerin oder einen Eigentümer und entscheiden gemeinsam, welche Maßnahmen sich innerhalb eines Monats bezahlt machen.',
      ],
    },
    objectives: {
      en: [
        'Read a cloud invoice and find the five lines that matter',
        'Introduce tags that teams really maintain',
        'Choose between reservations, savings plans and simply switching off',
        'Agree on one figure per product that management understands',
      ],
      de: [
        'Eine Cloud-Rechnung lesen und die fünf Zeilen finden, auf die es ankommt',
        'Kennzeichnungen einführen, die Teams tatsächlich pflegen',
        'Zwischen Reservierung, Sparplan und schlichtem Abschalten wählen',
        'Eine Kennzahl je Produkt vereinbaren, die auch die Geschäftsleitung versteht',
      ],
    },
    prerequisites: {
      en: 'You use at least one public cloud and can look at its invoice.',
      de: 'Sie nutzen mindestens eine öffentliche Cloud und können deren Rechnung einsehen.',
    },
    audience: {
      en: 'IT managers, platform teams and controllers who share a cloud bill.',
      de: 'IT-Leitungen, Plattformteams und Controlling, die sich eine Cloud-Rechnung teilen.',
    },
    agenda: [
      [
        0,
        {
          en: 'Where the money goes: one invoice, line by line',
          de: 'Wohin das Geld fließt: eine Rechnung, Zeile für Zeile',
        },
      ],
      [
        20,
        {
          en: 'Owners, tags and the monthly quarter of an hour',
          de: 'Verantwortung, Kennzeichnungen und die monatliche Viertelstunde',
        },
      ],
      [35, { en: 'Ten measures, sorted by effort', de: 'Zehn Maßnahmen, nach Aufwand sortiert' }],
      [50, { en: 'Your questions', de: 'Ihre Fragen' }],
    ],
    keywords: ['cloud costs', 'FinOps', 'cloud invoice', 'savings plan'],
    questions: {
      en: [
        'How do you split the cost of a shared Kubernetes cluster between teams?',
        'Are three-year reservations still sensible when prices keep moving?',
        'Our egress charges doubled last quarter. Where would you look first?',
        'How do you get developers to care about the bill without naming and shaming?',
      ],
      de: [
        'Wie verteilt man die Kosten eines gemeinsamen Clusters fair auf die Teams?',
        'Lohnen sich Reservierungen über drei Jahre überhaupt noch?',
        'Unsere Kosten für ausgehenden Datenverkehr haben sich verdoppelt. Wo fangen wir an?',
        'Wie bringt man Entwicklerinnen und Entwickler dazu, auf Kosten zu achten, ohne jemanden bloßzustellen?',
      ],
    },
    praise: {
      en: [
        'We found the forgotten test cluster the same afternoon.',
        'The line-by-line invoice was worth the hour on its own.',
      ],
      de: [
        'Noch am selben Nachmittag haben wir den vergessenen Testcluster gefunden.',
        'Allein die Rechnung Zeile für Zeile war die Stunde wert.',
      ],
    },
    challenges: {
      en: ['Rising cloud bill', 'No cost owner per team', 'Missing tags'],
      de: ['Steigende Cloud-Rechnung', 'Keine Kostenverantwortung je Team', 'Fehlende Kennzeichnungen'],
    },
    odooProductId: 4101,
  },
  {
    key: 'odoo-manufacturing',
    category: 'ERP & Odoo',
    tags: ['Odoo', 'Manufacturing', 'MRP', 'Inventory'],
    difficulty: 'intermediate',
    duration: 90,
    price: 7900,
    currency: 'EUR',
    capacity: 60,
    title: { en: 'Odoo on the Shop Floor', de: 'Odoo in der Fertigung' },
    description: {
      en: [
        'From the first bill of materials to the barcode scanner at the machine: we build a small factory in Odoo, live, and run an order through it. You see where the standard carries you and where it begins to creak.',
        'The example is a maker of gearboxes with forty employees. Bring your own example; three of them will be worked through on screen.',
      ],
      de: [
        'Von der ersten Stückliste bis zum Scanner an der Maschine: Wir bauen live eine kleine Fabrik in Odoo auf und schicken einen Auftrag hindurch. Sie sehen, wie weit der Standard trägt und wo er zu knirschen beginnt.',
        'Unser Beispiel ist ein Getriebehersteller mit vierzig Beschäftigten. Bringen Sie Ihr eigenes mit; drei davon spielen wir am Bildschirm durch.',
      ],
    },
    objectives: {
      en: [
        'Model products, variants and multi-level bills of materials',
        'Plan work centres with realistic capacities',
        'Record times and consumption without slowing anyone down',
        'Recognise the four customisations that usually pay off',
      ],
      de: [
        'Produkte, Varianten und mehrstufige Stücklisten abbilden',
        'Arbeitsplätze mit realistischen Kapazitäten planen',
        'Zeiten und Verbräuche erfassen, ohne jemanden aufzuhalten',
        'Die vier Anpassungen erkennen, die sich meist lohnen',
      ],
    },
    prerequisites: {
      en: 'A basic idea of your own production process. Odoo experience is not required.',
      de: 'Eine Vorstellung vom eigenen Fertigungsablauf. Odoo-Kenntnisse sind nicht nötig.',
    },
    audience: {
      en: 'Production and operations managers, ERP key users, managing directors of manufacturing companies.',
      de: 'Produktions- und Betriebsleitungen, ERP-Key-User, Geschäftsführungen produzierender Unternehmen.',
    },
    agenda: [
      [0, { en: 'A factory in twenty minutes', de: 'Eine Fabrik in zwanzig Minuten' }],
      [20, { en: 'One order, start to finish', de: 'Ein Auftrag von Anfang bis Ende' }],
      [45, { en: 'Break', de: 'Pause' }],
      [50, { en: 'Three of your examples', de: 'Drei Ihrer Beispiele' }],
      [
        75,
        { en: 'Standard or customisation? A decision table', de: 'Standard oder Anpassung? Eine Entscheidungstabelle' },
      ],
    ],
    keywords: ['Odoo', 'manufacturing', 'MRP', 'bill of materials', 'shop floor'],
    questions: {
      en: [
        'Can Odoo handle subcontracting with material we provide?',
        'How do you migrate bills of materials from an old system without typing them in?',
        'We have 30,000 variants. Is that still sensible in the standard?',
        'What hardware do you recommend for scanning at the machine?',
      ],
      de: [
        'Kann Odoo die verlängerte Werkbank mit beigestelltem Material abbilden?',
        'Wie übernehmen wir Stücklisten aus dem Altsystem, ohne sie abzutippen?',
        'Wir haben 30.000 Varianten. Geht das noch im Standard?',
        'Welche Geräte empfehlen Sie zum Scannen an der Maschine?',
      ],
    },
    praise: {
      en: [
        'Seeing our own assembly built live convinced even our foreman.',
        'The decision table now hangs in the project room.',
      ],
      de: [
        'Unsere eigene Baugruppe live zu sehen, hat sogar den Meister überzeugt.',
        'Die Entscheidungstabelle hängt jetzt im Projektraum.',
      ],
    },
    challenges: {
      en: ['Spreadsheets in production planning', 'Unreliable stock figures', 'ERP replacement'],
      de: ['Produktionsplanung in Tabellen', 'Unzuverlässige Bestände', 'ERP-Ablösung'],
    },
    odooProductId: 4102,
  },
  {
    key: 'ai-at-work',
    category: 'AI',
    tags: ['AI Assistants', 'Productivity', 'Pilot Projects'],
    difficulty: 'beginner',
    duration: 45,
    price: 0,
    currency: 'EUR',
    capacity: 300,
    title: { en: 'AI Assistants at Work: What Pays Off', de: 'KI-Assistenten im Alltag: Was sich lohnt' },
    description: {
      en: [
        'Every vendor promises an hour saved per day. We measured it in five companies: where assistants really helped, where people only believed they did, and where they cost time.',
        'You will see three tasks done live with and without help, and a simple way of measuring the difference in your own team before you buy licences for everybody.',
      ],
      de: [
        'Jeder Hersteller verspricht eine gesparte Stunde am Tag. Wir haben in fünf Unternehmen nachgemessen: wo Assistenten wirklich helfen, wo man es nur glaubt und wo sie Zeit kosten.',
        'Sie sehen drei Aufgaben live, mit und ohne Unterstützung, und lernen ein einfaches Verfahren, den Unterschied im eigenen Team zu messen – bevor Sie Lizenzen für alle kaufen.',
      ],
    },
    objectives: {
      en: [
        'Tell tasks that suit an assistant from those that do not',
        'Set up a four-week trial with honest figures',
        'Agree on three rules that keep confidential data where it belongs',
      ],
      de: [
        'Aufgaben erkennen, die sich für Assistenten eignen – und solche, die es nicht tun',
        'Einen vierwöchigen Versuch mit ehrlichen Zahlen aufsetzen',
        'Drei Regeln vereinbaren, mit denen Vertrauliches dort bleibt, wo es hingehört',
      ],
    },
    prerequisites: { en: 'None. Curiosity and a little scepticism.', de: 'Keine. Neugier und etwas Skepsis.' },
    audience: {
      en: 'Everybody who works at a desk, and those who decide about tools for them.',
      de: 'Alle, die am Schreibtisch arbeiten, und jene, die über deren Werkzeuge entscheiden.',
    },
    agenda: [
      [0, { en: 'What we measured in five companies', de: 'Was wir in fünf Unternehmen gemessen haben' }],
      [15, { en: 'Three tasks, live, with and without', de: 'Drei Aufgaben, live, mit und ohne' }],
      [30, { en: 'Your four-week trial on one page', de: 'Ihr Vier-Wochen-Versuch auf einer Seite' }],
      [37, { en: 'Questions', de: 'Fragen' }],
    ],
    keywords: ['AI assistant', 'productivity', 'pilot', 'generative AI'],
    questions: {
      en: [
        'How did you measure time saved without people feeling watched?',
        'Our works council has to agree. How did others approach that?',
        'Which tasks turned out worse with an assistant?',
        'Do you have figures for languages other than English?',
      ],
      de: [
        'Wie haben Sie die Zeitersparnis gemessen, ohne dass sich jemand überwacht fühlt?',
        'Bei uns muss der Betriebsrat zustimmen. Wie sind andere vorgegangen?',
        'Bei welchen Aufgaben war das Ergebnis mit Assistent schlechter?',
        'Wie gut funktioniert das auf Deutsch, auch mit Fachsprache?',
      ],
    },
    praise: {
      en: ['Finally someone with figures instead of enthusiasm.', 'We started the four-week trial the Monday after.'],
      de: ['Endlich Zahlen statt Begeisterung.', 'Am Montag danach haben wir mit dem Vier-Wochen-Versuch begonnen.'],
    },
    challenges: {
      en: ['Unclear benefit of AI', 'Confidential data in AI tools', 'Tool sprawl'],
      de: ['Nutzen von KI unklar', 'Vertrauliche Daten in KI-Werkzeugen', 'Wildwuchs bei Werkzeugen'],
    },
    odooProductId: 4103,
  },
  {
    key: 'rag-workshop',
    category: 'AI',
    tags: ['Generative AI', 'RAG', 'Evaluation', 'Hands-on'],
    difficulty: 'advanced',
    duration: 180,
    price: 29000,
    currency: 'EUR',
    capacity: 16,
    title: {
      en: 'Workshop: Language Models on Your Own Documents',
      de: 'Workshop: Sprachmodelle auf eigenen Dokumenten',
    },
    description: {
      en: [
        'Three hours, sixteen seats, one result: a question-answering system over a document collection that you built yourself, with a test set that shows how often it is wrong.',
        'We work with open models on machines that we provide. You need a browser and some Python; you take home the code, the measurements, and a list of the questions it should refuse.',
      ],
      de: [
        'Drei Stunden, sechzehn Plätze, ein Ergebnis: ein selbst gebautes System, das Fragen zu einer Dokumentensammlung beantwortet – samt Testfragen, die zeigen, wie oft es falschliegt.',
        'Wir arbeiten mit offenen Modellen auf Rechnern, die wir stellen. Sie brauchen einen Browser und etwas Python; mit nach Hause nehmen Sie den Code, die Messwerte und eine Liste der Fragen, die das System ablehnen sollte.',
      ],
    },
    objectives: {
      en: [
        'Split, index and retrieve documents so that the right passage is found',
        'Write fifty test questions that reveal real weaknesses',
        'Combine keyword and vector search and measure the gain',
        'Let the system say “I do not know” at the right moment',
      ],
      de: [
        'Dokumente so zerlegen, indizieren und suchen, dass die richtige Stelle gefunden wird',
        'Fünfzig Testfragen schreiben, die echte Schwächen zeigen',
        'Wort- und Vektorsuche verbinden und den Gewinn messen',
        'Dem System beibringen, im richtigen Moment „Das weiß ich nicht“ zu sagen',
      ],
    },
    prerequisites: {
      en: 'You can read and change Python. A second screen helps.',
      de: 'Sie können Python lesen und ändern. Ein zweiter Bildschirm ist hilfreich.',
    },
    audience: {
      en: 'Developers, data scientists and technically minded product owners.',
      de: 'Entwicklung, Data Science und technisch versierte Produktverantwortliche.',
    },
    agenda: [
      [0, { en: 'Set-up and a first wrong answer', de: 'Einrichtung und eine erste falsche Antwort' }],
      [30, { en: 'Retrieval: finding the right passage', de: 'Suche: die richtige Stelle finden' }, 'nguyen'],
      [85, { en: 'Break', de: 'Pause' }],
      [95, { en: 'Fifty questions: building a test set', de: 'Fünfzig Fragen: ein Testsatz entsteht' }],
      [140, { en: 'Refusing well, and what to log', de: 'Richtig ablehnen – und was man protokolliert' }],
      [165, { en: 'Measurements compared', de: 'Die Messwerte im Vergleich' }],
    ],
    keywords: ['RAG', 'language model', 'vector search', 'workshop', 'evaluation'],
    questions: {
      en: [
        'Will we cover tables and scanned PDFs?',
        'How do you handle access rights in the index?',
        'Which embedding model do you use for mixed German and English text?',
        'How large a machine do we need to run this in-house?',
      ],
      de: [
        'Kommen auch Tabellen und eingescannte PDFs vor?',
        'Wie gehen Sie mit Zugriffsrechten im Index um?',
        'Welches Einbettungsmodell eignet sich für gemischte deutsche und englische Texte?',
        'Wie groß muss der Rechner sein, wenn wir das im Haus betreiben wollen?',
      ],
    },
    praise: {
      en: [
        'I left with running code and a healthy respect for test sets.',
        'Best three hours of the year. The refusal part is gold.',
      ],
      de: [
        'Mit lauffähigem Code und gesundem Respekt vor Testfragen nach Hause gegangen.',
        'Die besten drei Stunden des Jahres. Der Teil über das Ablehnen ist Gold wert.',
      ],
    },
    challenges: {
      en: ['Knowledge scattered in documents', 'AI prototype not ready for users', 'No way to measure answers'],
      de: [
        'Wissen in Dokumenten verstreut',
        'KI-Prototyp nicht alltagstauglich',
        'Qualität der Antworten nicht messbar',
      ],
    },
    odooProductId: 4104,
  },
  {
    key: 'gdpr-practice',
    category: 'Data Protection',
    tags: ['GDPR', 'Data Subject Requests', 'Processors', 'Compliance'],
    difficulty: 'beginner',
    duration: 60,
    price: 4900,
    currency: 'EUR',
    capacity: 80,
    title: {
      en: 'GDPR in Practice: Requests, Breaches, Contracts',
      de: 'DSGVO in der Praxis: Anfragen, Pannen, Verträge',
    },
    description: {
      en: [
        'A former employee asks for “all my data”. A laptop is left on a train. A supplier sends a forty-page processing agreement. Three ordinary Tuesdays – and three situations in which companies spend either an hour or a month.',
        'Henrike Petersen shows the hour. You receive the letter templates, the decision tree for breaches, and a checklist for contracts.',
      ],
      de: [
        'Eine frühere Kollegin verlangt „alle meine Daten“. Ein Laptop bleibt im Zug liegen. Ein Lieferant schickt vierzig Seiten Auftragsverarbeitung. Drei gewöhnliche Dienstage – und drei Lagen, die ein Unternehmen entweder eine Stunde kosten oder einen Monat.',
        'Henrike Petersen zeigt die Stunde. Sie erhalten die Musterschreiben, den Entscheidungsbaum für Datenpannen und eine Prüfliste für Verträge.',
      ],
    },
    objectives: {
      en: [
        'Answer a request for access completely and on time',
        'Decide within 72 hours whether a breach must be reported',
        'Read a processing agreement in twenty minutes',
        'Keep a record of processing that is used, not filed',
      ],
      de: [
        'Ein Auskunftsersuchen vollständig und fristgerecht beantworten',
        'Innerhalb von 72 Stunden entscheiden, ob eine Panne zu melden ist',
        'Einen Vertrag zur Auftragsverarbeitung in zwanzig Minuten prüfen',
        'Ein Verarbeitungsverzeichnis führen, das benutzt statt abgeheftet wird',
      ],
    },
    prerequisites: { en: 'None. No legal training needed.', de: 'Keine. Juristische Vorkenntnisse sind nicht nötig.' },
    audience: {
      en: 'Managing directors, HR, IT and everybody who opens the letters of others.',
      de: 'Geschäftsführung, Personal, IT und alle, bei denen solche Schreiben landen.',
    },
    agenda: [
      [0, { en: 'The request: all my data, please', de: 'Die Anfrage: alle meine Daten, bitte' }],
      [20, { en: 'The breach: a laptop on a train', de: 'Die Panne: ein Laptop im Zug' }],
      [38, { en: 'The contract: forty pages, twenty minutes', de: 'Der Vertrag: vierzig Seiten, zwanzig Minuten' }],
      [50, { en: 'Your cases', de: 'Ihre Fälle' }],
    ],
    keywords: ['GDPR', 'DSGVO', 'data breach', 'access request', 'processing agreement'],
    questions: {
      en: [
        'Do we have to hand over internal e-mails that mention the person?',
        'Is a lost but encrypted laptop a reportable breach?',
        'How do you deal with American tools that everybody already uses?',
        'How long may we keep applications that we turned down?',
      ],
      de: [
        'Müssen wir auch interne E-Mails herausgeben, in denen die Person vorkommt?',
        'Ist ein verlorener, aber verschlüsselter Laptop meldepflichtig?',
        'Wie gehen wir mit amerikanischen Werkzeugen um, die längst alle nutzen?',
        'Wie lange dürfen wir Unterlagen abgelehnter Bewerbungen aufheben?',
      ],
    },
    praise: {
      en: [
        'Clear, dry humour, and templates I could use at once.',
        'I finally understand what I may leave out of an answer.',
      ],
      de: [
        'Klar, trocken, und die Vorlagen ließen sich sofort verwenden.',
        'Endlich weiß ich, was ich in einer Auskunft weglassen darf.',
      ],
    },
    challenges: {
      en: ['Requests take too long', 'Unclear retention periods', 'Too many processors'],
      de: ['Auskünfte dauern zu lange', 'Unklare Löschfristen', 'Zu viele Dienstleister'],
    },
    odooProductId: 4105,
  },
  {
    key: 'nis2-board',
    category: 'Security',
    tags: ['NIS2', 'Governance', 'Risk', 'Incident Response'],
    difficulty: 'beginner',
    duration: 60,
    price: 0,
    currency: 'EUR',
    capacity: 200,
    title: { en: 'NIS2 for Managing Directors', de: 'NIS2 für die Geschäftsführung' },
    description: {
      en: [
        'NIS2 makes information security a matter for the management: it must approve the measures, oversee them, and be trained for it. That sounds like more paper. Done well, it is a quarter of an hour a month.',
        'Yusuf Demir explains who is affected, what has to be in place, and what an authority wants to see first. Afterwards you play through an incident with us: twelve minutes, five decisions.',
      ],
      de: [
        'NIS2 macht Informationssicherheit zur Chefsache: Die Leitung muss Maßnahmen billigen, überwachen und sich dafür schulen lassen. Das klingt nach noch mehr Papier. Richtig gemacht ist es eine Viertelstunde im Monat.',
        'Yusuf Demir erklärt, wer betroffen ist, was vorhanden sein muss und was eine Behörde zuerst sehen will. Danach spielen wir mit Ihnen einen Vorfall durch: zwölf Minuten, fünf Entscheidungen.',
      ],
    },
    objectives: {
      en: [
        'Know whether and how your company falls under NIS2',
        'Name the ten areas of measures and your gaps in them',
        'Keep the reporting deadlines of 24 hours, 72 hours and one month',
        'Take five decisions in an exercise before you have to take them in earnest',
      ],
      de: [
        'Wissen, ob und wie Ihr Unternehmen unter NIS2 fällt',
        'Die zehn Maßnahmenbereiche und die eigenen Lücken darin benennen',
        'Die Meldefristen von 24 Stunden, 72 Stunden und einem Monat einhalten',
        'Fünf Entscheidungen üben, bevor sie im Ernst zu treffen sind',
      ],
    },
    prerequisites: { en: 'None.', de: 'Keine.' },
    audience: {
      en: 'Managing directors, board members and those who prepare their decisions.',
      de: 'Geschäftsführungen, Vorstände und alle, die deren Entscheidungen vorbereiten.',
    },
    agenda: [
      [0, { en: 'Affected or not? Three questions', de: 'Betroffen oder nicht? Drei Fragen' }],
      [12, { en: 'Ten areas, one page', de: 'Zehn Bereiche, eine Seite' }],
      [30, { en: 'Exercise: Friday, 16:40', de: 'Übung: Freitag, 16:40 Uhr' }],
      [45, { en: 'What authorities ask first', de: 'Was Behörden zuerst fragen' }],
    ],
    keywords: ['NIS2', 'information security', 'board', 'incident reporting'],
    questions: {
      en: [
        'We are a supplier of an affected company. What may they demand of us?',
        'Does our ISO 27001 certificate cover the requirements?',
        'Can I delegate the training duty to our head of IT?',
        'What do we do about old machines that cannot be patched?',
      ],
      de: [
        'Wir beliefern ein betroffenes Unternehmen. Was darf es von uns verlangen?',
        'Deckt unser Zertifikat nach ISO 27001 die Anforderungen ab?',
        'Kann ich die Schulungspflicht an die IT-Leitung delegieren?',
        'Was tun mit alten Maschinen, die keine Updates mehr bekommen?',
      ],
    },
    praise: {
      en: ['The exercise was uncomfortable in the best way.', 'One page, ten areas. My board read it to the end.'],
      de: [
        'Die Übung war unangenehm – im besten Sinne.',
        'Eine Seite, zehn Bereiche. Mein Beirat hat sie zu Ende gelesen.',
      ],
    },
    challenges: {
      en: ['Unclear whether NIS2 applies', 'No incident plan', 'Legacy machines'],
      de: ['NIS2-Betroffenheit unklar', 'Kein Notfallplan', 'Veraltete Anlagen'],
    },
    odooProductId: 4106,
  },
  {
    key: 'supply-signals',
    category: 'Supply Chain',
    tags: ['Logistics', 'Forecasting', 'Early Warning', 'Supplier Risk'],
    difficulty: 'intermediate',
    duration: 75,
    price: 7900,
    currency: 'EUR',
    capacity: 70,
    title: { en: 'Supply Chains That See Delays Coming', de: 'Lieferketten, die Verspätungen kommen sehen' },
    description: {
      en: [
        'A late container is rarely a surprise. The signs are in your own data: lead times that begin to scatter, confirmations that arrive a day later, a supplier who stops asking questions.',
        'Rajesh Iyer shows three early-warning figures that any company can compute from its purchase orders, and what to do on the day they turn amber.',
      ],
      de: [
        'Ein verspäteter Container ist selten eine Überraschung. Die Zeichen stehen in Ihren eigenen Daten: Lieferzeiten, die zu streuen beginnen, Bestätigungen, die einen Tag später kommen, ein Lieferant, der keine Rückfragen mehr stellt.',
        'Rajesh Iyer zeigt drei Frühwarnzahlen, die jedes Unternehmen aus seinen Bestellungen berechnen kann – und was an dem Tag zu tun ist, an dem sie auf Gelb springen.',
      ],
    },
    objectives: {
      en: [
        'Compute lead-time variance, confirmation lag and order churn',
        'Set thresholds that warn early without crying wolf',
        'Prepare three responses per critical part',
        'Talk to suppliers about risk without losing them',
      ],
      de: [
        'Streuung der Lieferzeit, Bestätigungsverzug und Bestelländerungen berechnen',
        'Schwellen setzen, die früh warnen, ohne blind zu alarmieren',
        'Je kritischem Teil drei Antworten vorbereiten',
        'Mit Lieferanten über Risiken sprechen, ohne sie zu verlieren',
      ],
    },
    prerequisites: {
      en: 'You can export two years of purchase orders from your system.',
      de: 'Sie können zwei Jahre Bestellungen aus Ihrem System exportieren.',
    },
    audience: {
      en: 'Purchasing, planning and logistics managers.',
      de: 'Leitungen von Einkauf, Disposition und Logistik.',
    },
    agenda: [
      [0, { en: 'The container that everybody saw coming', de: 'Der Container, den alle kommen sahen' }],
      [15, { en: 'Three figures from your own orders', de: 'Drei Zahlen aus den eigenen Bestellungen' }],
      [40, { en: 'Amber: the first day', de: 'Gelb: der erste Tag' }],
      [60, { en: 'Discussion', de: 'Diskussion' }],
    ],
    keywords: ['supply chain', 'early warning', 'lead time', 'supplier risk'],
    questions: {
      en: [
        'Does this work with only three or four suppliers per part?',
        'How many months of history do we need as a minimum?',
        'What threshold would you start with for sea freight from Asia?',
        'How do you treat framework contracts with call-offs?',
      ],
      de: [
        'Funktioniert das auch mit nur drei oder vier Lieferanten je Teil?',
        'Wie viele Monate Historie brauchen wir mindestens?',
        'Mit welcher Schwelle würden Sie bei Seefracht aus Asien anfangen?',
        'Wie behandeln Sie Rahmenverträge mit Abrufen?',
      ],
    },
    praise: {
      en: [
        'Three figures, no software sold. Refreshing.',
        'We found the amber supplier in our own export during the session.',
      ],
      de: [
        'Drei Zahlen, und niemand wollte uns Software verkaufen. Wohltuend.',
        'Den gelben Lieferanten haben wir noch während der Veranstaltung in unserem Export gefunden.',
      ],
    },
    challenges: {
      en: ['Late deliveries', 'Single sourcing', 'Poor forecast quality'],
      de: ['Verspätete Lieferungen', 'Abhängigkeit von einem Lieferanten', 'Schlechte Prognosen'],
    },
    odooProductId: 4107,
  },
  {
    key: 'remote-leadership',
    category: 'Leadership',
    tags: ['Leadership', 'Remote Work', 'One-to-Ones', 'Hybrid Teams'],
    difficulty: 'beginner',
    duration: 60,
    price: 0,
    currency: 'EUR',
    capacity: 100,
    title: { en: 'Leading Teams You Rarely See', de: 'Teams führen, die man selten sieht' },
    description: {
      en: [
        'Distance does not break teams; the unspoken does. In this interactive hour you practise the three conversations that distributed teams miss most: the early worry, the honest praise, and the “no”.',
        'We work in small groups. Cameras on, notes by hand, and nobody has to present anything.',
      ],
      de: [
        'Nicht die Entfernung zerstört Teams, sondern das Unausgesprochene. In dieser Stunde zum Mitmachen üben Sie die drei Gespräche, die verteilten Teams am meisten fehlen: die frühe Sorge, das ehrliche Lob und das Nein.',
        'Wir arbeiten in kleinen Gruppen. Kamera an, Notizen von Hand – und niemand muss etwas vortragen.',
      ],
    },
    objectives: {
      en: [
        'Notice early when somebody is drifting away',
        'Give praise that is specific enough to be believed',
        'Say no without losing the person',
        'Build a weekly rhythm that survives time zones',
      ],
      de: [
        'Früh bemerken, wenn sich jemand innerlich entfernt',
        'So konkret loben, dass es geglaubt wird',
        'Nein sagen, ohne den Menschen zu verlieren',
        'Einen Wochenrhythmus aufbauen, der Zeitzonen übersteht',
      ],
    },
    prerequisites: {
      en: 'You lead at least two people, or are about to. A camera and a quiet room.',
      de: 'Sie führen mindestens zwei Menschen oder werden es bald tun. Kamera und ruhiger Raum.',
    },
    audience: {
      en: 'Team leads and managers of hybrid or distributed teams.',
      de: 'Team- und Bereichsleitungen hybrider oder verteilter Teams.',
    },
    agenda: [
      [0, { en: 'What is not said', de: 'Was nicht gesagt wird' }],
      [10, { en: 'Practice one: the early worry', de: 'Übung eins: die frühe Sorge' }],
      [25, { en: 'Practice two: praise that is believed', de: 'Übung zwei: Lob, das ankommt' }],
      [40, { en: 'Practice three: the no', de: 'Übung drei: das Nein' }],
      [55, { en: 'One conversation, in the calendar', de: 'Ein Gespräch, im Kalender' }],
    ],
    keywords: ['remote leadership', 'hybrid teams', 'feedback', 'one-to-ones'],
    questions: {
      en: [
        'How do you lead people who are far more senior than you?',
        'My team is spread over nine hours. Which meetings would you keep?',
        'How do I notice overload when nobody complains?',
        'What helps when two sites blame each other?',
      ],
      de: [
        'Wie führt man Menschen, die viel erfahrener sind als man selbst?',
        'Mein Team verteilt sich über neun Stunden Zeitunterschied. Welche Termine würden Sie behalten?',
        'Woran merke ich Überlastung, wenn niemand klagt?',
        'Was hilft, wenn sich zwei Standorte gegenseitig die Schuld geben?',
      ],
    },
    praise: {
      en: [
        'The practice on saying no was worth gold.',
        'Small groups, real conversations, no slides. More of this, please.',
      ],
      de: [
        'Die Übung zum Neinsagen war Gold wert.',
        'Kleine Gruppen, echte Gespräche, keine Folien. Bitte mehr davon.',
      ],
    },
    challenges: {
      en: ['Distance in hybrid teams', 'Difficult conversations postponed', 'Turnover'],
      de: ['Distanz in hybriden Teams', 'Aufgeschobene Gespräche', 'Fluktuation'],
    },
    odooProductId: 4108,
  },
  {
    key: 'e-invoicing',
    category: 'Finance',
    tags: ['E-Invoicing', 'XRechnung', 'ZUGFeRD', 'Accounting', 'Odoo'],
    difficulty: 'beginner',
    duration: 60,
    price: 0,
    currency: 'EUR',
    capacity: 250,
    title: { en: 'E-Invoicing in Germany: Receive, Check, Send', de: 'E-Rechnung: empfangen, prüfen, senden' },
    description: {
      en: [
        'Every company in Germany must be able to receive electronic invoices from domestic business partners, and step by step all of them must send them too. A PDF by e-mail is not one.',
        'We open real XRechnung and ZUGFeRD files, look at the fields that are most often wrong, and show a flow from the inbox to the booked invoice that needs no new department.',
      ],
      de: [
        'Jedes Unternehmen in Deutschland muss E-Rechnungen inländischer Geschäftspartner empfangen können, und Schritt für Schritt müssen alle sie auch versenden. Ein PDF per E-Mail ist keine.',
        'Wir öffnen echte Dateien in den Formaten XRechnung und ZUGFeRD, sehen uns die Felder an, die am häufigsten falsch sind, und zeigen einen Ablauf vom Postfach bis zur gebuchten Rechnung, für den keine neue Abteilung nötig ist.',
      ],
    },
    objectives: {
      en: [
        'Tell an electronic invoice from a picture of one',
        'Check the twelve fields that decide about input tax',
        'Set up receipt, check and archive in one flow',
        'Plan the switch to sending without stress at the turn of the year',
      ],
      de: [
        'Eine E-Rechnung von ihrem Abbild unterscheiden',
        'Die zwölf Felder prüfen, an denen der Vorsteuerabzug hängt',
        'Empfang, Prüfung und Archiv in einem Ablauf einrichten',
        'Den Umstieg auf den Versand ohne Jahreswechselstress planen',
      ],
    },
    prerequisites: {
      en: 'None. Knowing your accounting system helps.',
      de: 'Keine. Es hilft, das eigene Buchhaltungssystem zu kennen.',
    },
    audience: {
      en: 'Accounting, purchasing and IT of companies that do business in Germany.',
      de: 'Buchhaltung, Einkauf und IT von Unternehmen mit Geschäft in Deutschland.',
    },
    agenda: [
      [0, { en: 'What an electronic invoice is, and what it is not', de: 'Was eine E-Rechnung ist – und was nicht' }],
      [15, { en: 'Twelve fields under the magnifying glass', de: 'Zwölf Felder unter der Lupe' }],
      [35, { en: 'From the inbox to the ledger', de: 'Vom Postfach ins Buch' }],
      [50, { en: 'Questions', de: 'Fragen' }],
    ],
    keywords: ['e-invoicing', 'XRechnung', 'ZUGFeRD', 'Germany', 'accounting'],
    questions: {
      en: [
        'Do we have to accept every format that a supplier sends?',
        'Which part of a ZUGFeRD file counts when picture and data differ?',
        'How do we archive the file so that an audit accepts it?',
        'What about invoices to customers outside Germany?',
      ],
      de: [
        'Müssen wir jedes Format annehmen, das ein Lieferant schickt?',
        'Was gilt bei ZUGFeRD, wenn Bild und Daten voneinander abweichen?',
        'Wie archivieren wir die Datei so, dass die Betriebsprüfung zufrieden ist?',
        'Was ist mit Rechnungen an Kunden im Ausland?',
      ],
    },
    praise: {
      en: ['Forty people in our accounting team now use the twelve-field list.', 'Dry subject, lively hour.'],
      de: [
        'Die Zwölf-Felder-Liste hängt jetzt an jedem Platz in der Buchhaltung.',
        'Trockenes Thema, lebendige Stunde.',
      ],
    },
    challenges: {
      en: ['Manual invoice entry', 'Supplier formats', 'Audit-proof archive'],
      de: ['Rechnungen werden abgetippt', 'Formate der Lieferanten', 'Revisionssichere Archivierung'],
    },
    odooProductId: 4109,
  },
  {
    key: 'process-mining',
    category: 'Process Excellence',
    tags: ['Process Mining', 'Automation', 'Order-to-Cash'],
    difficulty: 'intermediate',
    duration: 90,
    price: 12000,
    currency: 'EUR',
    capacity: 40,
    title: { en: 'Process Mining: From Log to Decision', de: 'Process Mining: vom Protokoll zur Entscheidung' },
    description: {
      en: [
        'Your systems remember every step of every order. Process mining turns that memory into a picture – and often into an embarrassing one. The art lies in what comes next.',
        'With the data of a brewery we find the loop that costs nine days, calculate what it is worth to close it, and prepare the decision on a single page.',
      ],
      de: [
        'Ihre Systeme erinnern sich an jeden Schritt jedes Auftrags. Process Mining macht daraus ein Bild – oft ein peinliches. Die Kunst liegt in dem, was danach kommt.',
        'Mit den Daten einer Brauerei finden wir die Schleife, die neun Tage kostet, rechnen aus, was ihr Ende wert ist, und bereiten die Entscheidung auf einer einzigen Seite vor.',
      ],
    },
    objectives: {
      en: [
        'Extract an event log from an ERP system',
        'Read a process map without drowning in it',
        'Separate the costly loop from the merely ugly one',
        'Put a finding on one page that leads to a decision',
      ],
      de: [
        'Ein Ereignisprotokoll aus einem ERP-System gewinnen',
        'Eine Prozesslandkarte lesen, ohne darin unterzugehen',
        'Die teure Schleife von der bloß hässlichen unterscheiden',
        'Einen Befund so auf eine Seite bringen, dass entschieden wird',
      ],
    },
    prerequisites: { en: 'Spreadsheet skills. SQL helps.', de: 'Sicherer Umgang mit Tabellen. SQL ist hilfreich.' },
    audience: {
      en: 'Process owners, controllers and operational-excellence teams.',
      de: 'Prozessverantwortliche, Controlling und Teams für operative Exzellenz.',
    },
    agenda: [
      [0, { en: 'What systems remember', de: 'Woran sich Systeme erinnern' }],
      [20, { en: 'Hands on: the brewery’s orders', de: 'Zum Anfassen: die Aufträge der Brauerei' }],
      [60, { en: 'What is nine days worth?', de: 'Was sind neun Tage wert?' }],
      [75, { en: 'One page for the board', de: 'Eine Seite für die Leitung' }],
    ],
    keywords: ['process mining', 'event log', 'order-to-cash', 'bottleneck'],
    questions: {
      en: [
        'Which tables do you start with in an ERP system?',
        'How do you anonymise employees in the log?',
        'Is there an open-source tool you would trust with a million cases?',
        'What do you do when the finding points at one department?',
      ],
      de: [
        'Mit welchen Tabellen fangen Sie in einem ERP-System an?',
        'Wie anonymisieren Sie Beschäftigte im Protokoll?',
        'Gibt es ein freies Werkzeug, dem Sie eine Million Fälle anvertrauen?',
        'Was tun, wenn der Befund auf eine einzelne Abteilung zeigt?',
      ],
    },
    praise: {
      en: ['The one-page format got us a decision in a week.', 'Good pace, real data, honest about limits.'],
      de: [
        'Mit der einen Seite hatten wir nach einer Woche eine Entscheidung.',
        'Gutes Tempo, echte Daten, ehrlich über die Grenzen.',
      ],
    },
    challenges: {
      en: ['Long order lead times', 'Manual hand-overs', 'Nobody owns the process'],
      de: ['Lange Durchlaufzeiten', 'Übergaben von Hand', 'Niemand verantwortet den Prozess'],
    },
    odooProductId: 4110,
  },
  {
    key: 'sustainability-report',
    category: 'Sustainability',
    tags: ['Sustainability', 'VSME', 'Carbon Footprint', 'Reporting'],
    difficulty: 'intermediate',
    duration: 75,
    price: 5900,
    currency: 'EUR',
    capacity: 60,
    title: { en: 'A Sustainability Report on a Small Budget', de: 'Nachhaltigkeitsbericht mit kleinem Budget' },
    description: {
      en: [
        'Even companies that are not obliged to report are asked: by their bank, by their largest customer, by applicants. The voluntary VSME standard answers most of those questions with one file.',
        'Claire Fontaine shows which figures you already have, which you can estimate honestly, and which you should leave out.',
      ],
      de: [
        'Auch wer nicht berichten muss, wird gefragt: von der Bank, vom größten Kunden, in Bewerbungsgesprächen. Der freiwillige VSME-Standard beantwortet die meisten dieser Fragen mit einer Datei.',
        'Claire Fontaine zeigt, welche Zahlen Sie längst haben, welche sich redlich schätzen lassen und welche Sie besser weglassen.',
      ],
    },
    objectives: {
      en: [
        'Choose the scope that fits your size',
        'Collect energy, travel and purchasing data in two weeks',
        'Estimate with a margin that you can defend',
        'Answer bank and customer questionnaires from one source',
      ],
      de: [
        'Den Umfang wählen, der zur eigenen Größe passt',
        'Energie-, Reise- und Einkaufsdaten in zwei Wochen sammeln',
        'So schätzen, dass die Spanne einer Nachfrage standhält',
        'Fragebögen von Bank und Kunden aus einer Quelle beantworten',
      ],
    },
    prerequisites: {
      en: 'Access to last year’s energy and fuel invoices.',
      de: 'Zugriff auf die Energie- und Tankrechnungen des Vorjahres.',
    },
    audience: {
      en: 'Finance, quality and sustainability officers in small and medium-sized companies.',
      de: 'Finanzen, Qualität und Nachhaltigkeit in kleinen und mittleren Unternehmen.',
    },
    agenda: [
      [0, { en: 'Who asks, and what for', de: 'Wer fragt – und wozu' }],
      [15, { en: 'Twelve figures you already have', de: 'Zwölf Zahlen, die Sie schon haben' }],
      [40, { en: 'Estimating in good faith', de: 'Redlich schätzen' }],
      [60, { en: 'One file for everybody', de: 'Eine Datei für alle' }],
    ],
    keywords: ['sustainability report', 'VSME', 'carbon footprint', 'small business'],
    questions: {
      en: [
        'How do we treat company cars that are also used privately?',
        'Our landlord does not give us heating figures. What now?',
        'Is an estimate of purchased goods better than none?',
        'Which figures do banks really look at?',
      ],
      de: [
        'Wie rechnen wir Dienstwagen, die auch privat gefahren werden?',
        'Unser Vermieter nennt keine Heizwerte. Was nun?',
        'Ist eine Schätzung der eingekauften Waren besser als keine?',
        'Auf welche Zahlen schauen Banken wirklich?',
      ],
    },
    praise: {
      en: [
        'Pragmatic and honest. We left out half of our draft and it got better.',
        'The bank accepted our file without a question.',
      ],
      de: [
        'Pragmatisch und ehrlich. Wir haben die Hälfte gestrichen, und der Bericht wurde besser.',
        'Die Bank hat unsere Datei ohne Rückfrage angenommen.',
      ],
    },
    challenges: {
      en: ['Customer questionnaires', 'Missing consumption data', 'No time for reporting'],
      de: ['Fragebögen der Kunden', 'Fehlende Verbrauchsdaten', 'Keine Zeit für Berichte'],
    },
    odooProductId: 4111,
  },
  {
    key: 'postgres-platform',
    category: 'Data',
    tags: ['PostgreSQL', 'Data Platform', 'dbt', 'Open Source', 'Hands-on'],
    difficulty: 'advanced',
    duration: 120,
    price: 14900,
    currency: 'EUR',
    capacity: 24,
    title: { en: 'Hands-on: A Data Platform on PostgreSQL', de: 'Zum Mitmachen: eine Datenplattform auf PostgreSQL' },
    description: {
      en: [
        'You do not need a lakehouse for a hundred million rows. You need a good schema, scheduled transformations, tests that fail loudly, and someone who sleeps at night.',
        'In two hours we build exactly that with PostgreSQL and open-source tools: load, transform, test, publish. Every participant works on a database of their own.',
      ],
      de: [
        'Für hundert Millionen Zeilen braucht es kein Lakehouse. Es braucht ein gutes Schema, geplante Umformungen, Tests, die laut scheitern, und jemanden, der nachts schläft.',
        'Genau das bauen wir in zwei Stunden mit PostgreSQL und freier Software: laden, umformen, prüfen, bereitstellen. Alle arbeiten auf einer eigenen Datenbank.',
      ],
    },
    objectives: {
      en: [
        'Load data from three sources incrementally',
        'Write transformations that explain themselves',
        'Test data like code',
        'Use partitions and indexes where they help, and only there',
      ],
      de: [
        'Daten aus drei Quellen schrittweise laden',
        'Umformungen schreiben, die sich selbst erklären',
        'Daten prüfen wie Code',
        'Partitionen und Indizes dort einsetzen, wo sie helfen – und nur dort',
      ],
    },
    prerequisites: {
      en: 'Solid SQL. A terminal does not frighten you.',
      de: 'Sicheres SQL. Das Terminal macht Ihnen keine Angst.',
    },
    audience: {
      en: 'Data engineers, analysts who code, database administrators.',
      de: 'Data Engineering, programmierende Analyse, Datenbankadministration.',
    },
    agenda: [
      [0, { en: 'A platform in one picture', de: 'Eine Plattform in einem Bild' }],
      [15, { en: 'Load', de: 'Laden' }],
      [45, { en: 'Transform and test', de: 'Umformen und prüfen' }],
      [85, { en: 'Make it fast: partitions, indexes, patience', de: 'Schneller werden: Partitionen, Indizes, Geduld' }],
      [110, { en: 'What to do on Monday', de: 'Was Sie am Montag tun' }],
    ],
    keywords: ['PostgreSQL', 'data platform', 'dbt', 'open source', 'data engineering'],
    questions: {
      en: [
        'From how many rows on would you leave PostgreSQL?',
        'How do you test transformations in a pull request?',
        'Can we use the read replica for the transformations?',
        'How do you handle late-arriving facts?',
      ],
      de: [
        'Ab wie vielen Zeilen würden Sie PostgreSQL verlassen?',
        'Wie testen Sie Umformungen in einem Merge-Request?',
        'Dürfen die Umformungen auf der Lesereplik laufen?',
        'Wie gehen Sie mit verspätet eintreffenden Daten um?',
      ],
    },
    praise: {
      en: ['Live coding that worked, and every step explained.', 'We replaced a nightly job of five hours. Five!'],
      de: [
        'Live programmiert, und es lief. Jeder Schritt erklärt.',
        'Wir haben einen Nachtlauf von fünf Stunden ersetzt. Fünf!',
      ],
    },
    challenges: {
      en: ['Slow reports', 'Fragile nightly jobs', 'Licence costs of data tools'],
      de: ['Langsame Berichte', 'Anfällige Nachtläufe', 'Lizenzkosten für Datenwerkzeuge'],
    },
    odooProductId: 4112,
  },
  {
    key: 'go-live-change',
    category: 'Leadership',
    tags: ['Change Management', 'ERP', 'Go-Live', 'Training'],
    difficulty: 'intermediate',
    duration: 60,
    price: 0,
    currency: 'EUR',
    capacity: 90,
    title: { en: 'The Week After Go-Live', de: 'Die Woche nach dem Go-live' },
    description: {
      en: [
        'ERP projects are planned up to the day of the switch. What happens in the week after decides whether people work with the new system or around it.',
        'A panel with a project manager, a coach and two users who went through it: what they would prepare, what they would skip, and why cake is on the project plan.',
      ],
      de: [
        'ERP-Projekte sind bis zum Tag der Umstellung durchgeplant. Die Woche danach entscheidet, ob die Menschen mit dem neuen System arbeiten oder daran vorbei.',
        'Ein Podium aus Projektleitung, Coaching und zwei Anwendern, die es erlebt haben: was sie vorbereiten würden, was sie weglassen würden und warum Kuchen im Projektplan steht.',
      ],
    },
    objectives: {
      en: [
        'Plan support for the first ten days',
        'Recognise resistance that is information',
        'Train three weeks before the switch, not three months',
        'Decide what may stay on paper for now',
      ],
      de: [
        'Die Betreuung der ersten zehn Tage planen',
        'Widerstand erkennen, der eine Auskunft ist',
        'Drei Wochen vor der Umstellung schulen, nicht drei Monate',
        'Entscheiden, was vorerst auf Papier bleiben darf',
      ],
    },
    prerequisites: { en: 'None.', de: 'Keine.' },
    audience: {
      en: 'Project sponsors, key users and managers before a system change.',
      de: 'Auftraggebende, Key-User und Führungskräfte vor einer Systemumstellung.',
    },
    agenda: [
      [0, { en: 'Day one: what really happened', de: 'Tag eins: was wirklich geschah' }],
      [20, { en: 'Resistance as information', de: 'Widerstand als Auskunft' }, 'marchetti'],
      [40, { en: 'The audience asks', de: 'Das Publikum fragt' }],
    ],
    keywords: ['go-live', 'ERP', 'change management', 'hypercare'],
    questions: {
      en: [
        'How many floor walkers did you need per hundred users?',
        'What if the works manager openly refuses?',
        'When did you switch off the old system?',
        'Big bang or one site at a time?',
      ],
      de: [
        'Wie viele Ansprechpersonen brauchten Sie je hundert Nutzende?',
        'Was tun, wenn die Werksleitung sich offen weigert?',
        'Wann haben Sie das Altsystem abgeschaltet?',
        'Alles auf einmal oder ein Standort nach dem anderen?',
      ],
    },
    praise: {
      en: [
        'The two users on the panel were the best part.',
        'We moved the training date after this hour. Right decision.',
      ],
      de: [
        'Die beiden Anwender auf dem Podium waren das Beste.',
        'Nach dieser Stunde haben wir den Schulungstermin verlegt. Richtig so.',
      ],
    },
    challenges: {
      en: ['Resistance to the new system', 'Training too early', 'Overloaded key users'],
      de: ['Widerstand gegen das neue System', 'Zu frühe Schulung', 'Überlastete Key-User'],
    },
    odooProductId: 4113,
  },
  {
    key: 'b2b-pricing',
    category: 'Strategy',
    tags: ['Pricing', 'Services', 'Negotiation'],
    difficulty: 'intermediate',
    duration: 90,
    price: 9500,
    currency: 'USD',
    capacity: 50,
    title: { en: 'Stop Selling Hours: Pricing Professional Services' },
    description: {
      en: [
        'When you sell hours, every improvement makes you poorer. This session compares five pricing models for services, shows what each does to your cash, your risk and your clients’ behaviour, and where each one fails.',
        'You will reprice one of your own offers during the session. Bring a real one, including the discount you are ashamed of.',
      ],
    },
    objectives: {
      en: [
        'Compare five pricing models on one page',
        'Find the clients for whom you are too cheap',
        'Present a price and then stay silent',
        'Change prices for existing clients without losing them',
      ],
    },
    prerequisites: { en: 'One real offer of your own.' },
    audience: { en: 'Partners and founders of consultancies, agencies, engineering and software firms.' },
    agenda: [
      [0, { en: 'Why hours make you poorer' }],
      [15, { en: 'Five models and where they fail' }],
      [40, { en: 'Reprice one of your offers' }],
      [70, { en: 'Silence: a short rehearsal' }],
    ],
    keywords: ['pricing', 'professional services', 'value-based pricing'],
    questions: {
      en: [
        'How do you price work whose scope nobody knows yet?',
        'Our largest client pays by the hour and insists on it. What now?',
        'How often can you raise prices without harm?',
        'What do you do about procurement departments that ask for rate cards?',
      ],
      de: [
        'Wie bepreist man Arbeit, deren Umfang noch niemand kennt?',
        'Unser größter Kunde besteht auf Stundensätzen. Was nun?',
      ],
    },
    praise: {
      en: ['I sent the new offer an hour later. They signed.', 'The silence rehearsal was terrifying and useful.'],
      de: ['Das neue Angebot ging eine Stunde später raus. Unterschrieben.'],
    },
    challenges: {
      en: ['Selling by the hour', 'Discount pressure', 'Scope creep'],
      de: ['Verkauf nach Stunden', 'Rabattdruck', 'Ausufernder Umfang'],
    },
    odooProductId: 4114,
  },
  {
    key: 'digital-sovereignty',
    category: 'Cloud',
    tags: ['Digital Sovereignty', 'Cloud Exit', 'Open Source', 'Round Table'],
    difficulty: 'advanced',
    duration: 90,
    price: 0,
    currency: 'EUR',
    capacity: 18,
    title: {
      en: 'Round Table: Digital Sovereignty for IT Leaders',
      de: 'Runder Tisch: digitale Souveränität für IT-Leitungen',
    },
    description: {
      en: [
        'A confidential conversation among IT leaders: which dependencies are acceptable, what an exit really costs, and how to explain it to a supervisory board. No recording, no vendors, no slides.',
        'Seats are limited and given on application, so that experience in the room is mixed. We answer within two working days.',
      ],
      de: [
        'Ein vertrauliches Gespräch unter IT-Leitungen: Welche Abhängigkeiten sind vertretbar, was kostet ein Ausstieg wirklich, und wie erklärt man das einem Aufsichtsrat? Keine Aufzeichnung, keine Hersteller, keine Folien.',
        'Die Plätze sind begrenzt und werden auf Anfrage vergeben, damit die Erfahrungen in der Runde gemischt sind. Wir antworten innerhalb von zwei Werktagen.',
      ],
    },
    objectives: {
      en: [
        'Compare your dependencies with those of your peers',
        'Price an exit before you need one',
        'Find words that a board understands',
      ],
      de: [
        'Die eigenen Abhängigkeiten mit denen anderer vergleichen',
        'Einen Ausstieg beziffern, bevor er nötig ist',
        'Worte finden, die ein Aufsichtsrat versteht',
      ],
    },
    prerequisites: { en: 'You are responsible for an IT organisation.', de: 'Sie verantworten eine IT-Organisation.' },
    audience: { en: 'CIOs, heads of IT and platform owners.', de: 'CIOs, IT-Leitungen und Plattformverantwortliche.' },
    agenda: [
      [0, { en: 'Round of introductions: one dependency each', de: 'Vorstellungsrunde: je eine Abhängigkeit' }],
      [25, { en: 'What an exit costs', de: 'Was ein Ausstieg kostet' }],
      [55, { en: 'Three sentences for the board', de: 'Drei Sätze für den Aufsichtsrat' }],
    ],
    keywords: ['digital sovereignty', 'cloud exit', 'CIO', 'round table'],
    questions: {
      en: [
        'Has anybody in the round actually left a large provider?',
        'How do you deal with office suites?',
        'What did the board want to know in the end?',
        'Which European providers have proved themselves with you?',
      ],
      de: [
        'Hat jemand in der Runde einen großen Anbieter tatsächlich verlassen?',
        'Wie gehen die anderen mit Bürosoftware um?',
        'Was wollte der Aufsichtsrat am Ende wissen?',
        'Welche europäischen Anbieter haben sich bei Ihnen bewährt?',
      ],
    },
    praise: {
      en: [
        'Rare honesty among peers. I came with one dependency and left with a plan.',
        'No slides, no vendors. Exactly right.',
      ],
      de: [
        'Seltene Offenheit unter Gleichen. Mit einer Abhängigkeit gekommen, mit einem Plan gegangen.',
        'Keine Folien, keine Hersteller. Genau richtig.',
      ],
    },
    challenges: {
      en: ['Dependence on one provider', 'Exit costs unknown', 'Board expectations'],
      de: ['Abhängigkeit von einem Anbieter', 'Ausstiegskosten unbekannt', 'Erwartungen des Aufsichtsrats'],
    },
    odooProductId: 4115,
  },
  {
    key: 'ai-act',
    category: 'Data Protection',
    tags: ['EU AI Act', 'AI Governance', 'Compliance'],
    difficulty: 'intermediate',
    duration: 60,
    price: 4900,
    currency: 'EUR',
    capacity: 80,
    state: 'draft',
    title: { en: 'The EU AI Act for Those Who Only Use AI', de: 'Die KI-Verordnung für alle, die KI nur nutzen' },
    description: {
      en: [
        'Most companies build no AI; they buy it. This session sorts the duties of deployers: what must be documented, who must be trained, and when a tool is better left alone.',
      ],
      de: [
        'Die meisten Unternehmen bauen keine KI, sie kaufen sie. Diese Veranstaltung ordnet die Pflichten der Betreiber: was zu dokumentieren ist, wer zu schulen ist und wann man ein Werkzeug besser liegen lässt.',
      ],
    },
    objectives: {
      en: ['Sort your tools into risk classes', 'Document use in one table', 'Prove AI literacy in the team'],
      de: [
        'Die eigenen Werkzeuge nach Risikoklassen ordnen',
        'Den Einsatz in einer Tabelle dokumentieren',
        'KI-Kompetenz im Team nachweisen',
      ],
    },
    prerequisites: { en: 'A list of the AI tools in use.', de: 'Eine Liste der eingesetzten KI-Werkzeuge.' },
    audience: {
      en: 'Managing directors, data-protection officers, HR.',
      de: 'Geschäftsführung, Datenschutz, Personal.',
    },
    agenda: [
      [0, { en: 'Four classes, twenty tools', de: 'Vier Klassen, zwanzig Werkzeuge' }],
      [25, { en: 'The duties of deployers', de: 'Die Pflichten der Betreiber' }],
      [45, { en: 'Questions', de: 'Fragen' }],
    ],
    keywords: ['AI Act', 'deployer', 'AI literacy'],
    questions: { en: [], de: [] },
    praise: { en: [], de: [] },
    challenges: { en: [], de: [] },
  },
  {
    key: 'first-robots',
    category: 'Process Excellence',
    tags: ['RPA', 'Automation'],
    difficulty: 'beginner',
    duration: 60,
    price: 0,
    currency: 'EUR',
    capacity: 100,
    state: 'archived',
    title: { en: 'Your First Software Robot', de: 'Ihr erster Softwareroboter' },
    description: {
      en: [
        'A classic from the early days of our programme: build a robot that files an invoice, and learn when you should not. The recording remains available; new dates are not planned.',
      ],
      de: [
        'Ein Klassiker aus den Anfängen unseres Programms: einen Roboter bauen, der eine Rechnung ablegt, und lernen, wann man es lassen sollte. Die Aufzeichnung bleibt verfügbar; neue Termine sind nicht geplant.',
      ],
    },
    objectives: {
      en: ['Record and clean up a simple robot', 'Know the three tasks that robots handle badly'],
      de: ['Einen einfachen Roboter aufzeichnen und aufräumen', 'Die drei Aufgaben kennen, an denen Roboter scheitern'],
    },
    prerequisites: { en: 'None.', de: 'Keine.' },
    audience: {
      en: 'Clerks and team leads in administration.',
      de: 'Sachbearbeitung und Teamleitungen in der Verwaltung.',
    },
    agenda: [
      [0, { en: 'Record', de: 'Aufzeichnen' }],
      [30, { en: 'Clean up', de: 'Aufräumen' }],
      [50, { en: 'Questions', de: 'Fragen' }],
    ],
    keywords: ['RPA', 'software robot', 'automation'],
    questions: {
      en: ['What happens when the screen layout changes?', 'Who owns a robot when its author leaves?'],
      de: ['Was passiert, wenn sich die Maske ändert?', 'Wem gehört ein Roboter, wenn seine Autorin geht?'],
    },
    praise: {
      en: ['A friendly introduction.', 'Good to hear where robots fail, too.'],
      de: ['Ein freundlicher Einstieg.', 'Gut, dass auch die Grenzen vorkamen.'],
    },
    challenges: {
      en: ['Repetitive typing', 'No interfaces between systems'],
      de: ['Stupide Tipparbeit', 'Keine Schnittstellen zwischen Systemen'],
    },
  },
];
