/** Text in both of the programme's languages. */
export type Bilingual<Text = string> = { en: Text; de: Text };

export type SpeakerWords = {
  key: string;
  firstName: string;
  lastName: string;
  /** Academic title; the same in both languages. */
  title?: string;
  position: Bilingual;
  biography: Bilingual<string[]>;
  company: string;
  phone: string;
  consultantType: 'internal' | 'external' | 'partner';
  experienceLevel: 'junior' | 'senior' | 'expert';
  expertise: string[];
  industries: string[];
  certifications: string[];
  education: string[];
  publications: string[];
  /** Years on stage. */
  speakingExperience: number;
  headline: string;
  connections: number;
  recommendations: number;
  /** Minor units an hour. */
  hourlyRate: number;
  revenueSharePercentage: number;
  availability: 'available' | 'busy' | 'unavailable';
  /** Days from today until the next free date. */
  freeInDays: number;
  brandColors: string[];
  /** Content, technical set-up, engagement, professionalism; of five. */
  quality: [number, number, number, number];
  instructions?: string;
  testimonials: { author: string; company: string; quote: string; locale: 'en' | 'de' }[];
  whitepapers: { title: string; path: string; locale: 'en' | 'de' }[];
  active?: false;
};

export const SPEAKERS: SpeakerWords[] = [
  {
    key: 'brandt',
    firstName: 'Katharina',
    lastName: 'Brandt',
    title: 'Dr.',
    position: { en: 'Partner, Cloud and Platform Engineering', de: 'Partnerin, Cloud und Plattformtechnik' },
    biography: {
      en: [
        'Katharina Brandt has moved more than forty companies into the cloud, and three of them back out again. She leads Magnetiq’s platform practice and is known for asking who will be paged at three in the morning before she asks which provider you prefer.',
        'Before joining Magnetiq she ran operations for a payment provider in Frankfurt. She holds a doctorate in distributed systems from TU Darmstadt and mentors young engineers who want to lead.',
      ],
      de: [
        'Katharina Brandt hat über vierzig Unternehmen in die Cloud gebracht – und drei davon wieder heraus. Sie leitet die Plattformpraxis von Magnetiq und fragt zuerst, wer nachts um drei angerufen wird, und erst danach, welcher Anbieter es sein soll.',
        'Vor ihrer Zeit bei Magnetiq verantwortete sie den Betrieb eines Zahlungsdienstleisters in Frankfurt. Sie promovierte an der TU Darmstadt über verteilte Systeme und begleitet junge Ingenieurinnen und Ingenieure auf dem Weg in die Führung.',
      ],
    },
    company: 'Magnetiq',
    phone: '+49 69 90009 112',
    consultantType: 'internal',
    experienceLevel: 'expert',
    expertise: ['Cloud Architecture', 'FinOps', 'Kubernetes', 'Site Reliability'],
    industries: ['Financial Services', 'Manufacturing', 'Public Sector'],
    certifications: [
      'AWS Solutions Architect Professional',
      'Certified Kubernetes Administrator',
      'FinOps Certified Practitioner',
    ],
    education: ['Dr.-Ing., Distributed Systems, TU Darmstadt', 'M.Sc. Computer Science, Universität Karlsruhe'],
    publications: ['The Cloud Bill Nobody Owns', 'Drei Wege zurück: Wann sich ein Cloud-Ausstieg lohnt'],
    speakingExperience: 14,
    headline: 'Partner at Magnetiq · Platforms that people can operate',
    connections: 6480,
    recommendations: 57,
    hourlyRate: 26000,
    revenueSharePercentage: 40,
    availability: 'available',
    freeInDays: 6,
    brandColors: ['#1d4ed8', '#0f172a'],
    quality: [4.9, 4.8, 4.6, 4.9],
    instructions: 'Brings her own microphone. Please keep the chat on a second screen for the moderator.',
    testimonials: [
      {
        author: 'Martin Ostermann',
        company: 'Heidkamp Antriebstechnik',
        quote:
          'Nach einer Stunde wussten wir, welche zwölf Prozent unserer Cloud-Rechnung niemandem gehören. Das hat den Jahresetat gerettet.',
        locale: 'de',
      },
      {
        author: 'Fiona Gallagher',
        company: 'Larkfield Insurance',
        quote: 'She drew our whole architecture on one page and then crossed out a third of it. We never missed it.',
        locale: 'en',
      },
    ],
    whitepapers: [
      { title: 'The cloud bill nobody owns', path: 'cloud-bill', locale: 'en' },
      { title: 'Cloud-Kosten im Griff: ein Leitfaden für zehn Wochen', path: 'cloud-kosten', locale: 'de' },
    ],
  },
  {
    key: 'lindner',
    firstName: 'Tobias',
    lastName: 'Lindner',
    position: { en: 'Principal Consultant, ERP and Odoo', de: 'Principal Consultant, ERP und Odoo' },
    biography: {
      en: [
        'Tobias Lindner trained as a toolmaker before he studied business informatics, and it shows: he explains bills of materials with the part in his hand. Since 2013 he has introduced Odoo in workshops, wholesalers and hospitals between Bremen and Graz.',
        'His projects start with a walk through the warehouse. He believes that every customisation is a debt, and that some debts are worth taking on.',
      ],
      de: [
        'Tobias Lindner ist gelernter Werkzeugmechaniker und studierte danach Wirtschaftsinformatik. Das merkt man: Stücklisten erklärt er mit dem Bauteil in der Hand. Seit 2013 führt er Odoo in Betrieben, im Großhandel und in Kliniken zwischen Bremen und Graz ein.',
        'Seine Projekte beginnen mit einem Gang durchs Lager. Für ihn ist jede Anpassung eine Schuld – und manche Schulden lohnen sich.',
      ],
    },
    company: 'Magnetiq',
    phone: '+49 30 23125 418',
    consultantType: 'internal',
    experienceLevel: 'expert',
    expertise: ['Odoo', 'ERP Selection', 'Manufacturing', 'Data Migration'],
    industries: ['Manufacturing', 'Wholesale', 'Healthcare'],
    certifications: ['Odoo Functional Certification', 'PRINCE2 Practitioner'],
    education: ['Diplom-Wirtschaftsinformatiker (FH), HTW Berlin'],
    publications: ['Odoo in der Fertigung: zehn Entscheidungen vor dem ersten Klick'],
    speakingExperience: 9,
    headline: 'ERP projects that end · Odoo for people who make things',
    connections: 3120,
    recommendations: 41,
    hourlyRate: 19500,
    revenueSharePercentage: 35,
    availability: 'available',
    freeInDays: 9,
    brandColors: ['#7c3aed', '#1e1b4b'],
    quality: [4.7, 4.5, 4.8, 4.7],
    testimonials: [
      {
        author: 'Beate Kröger',
        company: 'Kröger Metallbau',
        quote:
          'Endlich einer, der weiß, wie es in der Halle riecht. Unsere Meister haben vom ersten Tag an mitgezogen.',
        locale: 'de',
      },
      {
        author: 'Pieter de Vries',
        company: 'Waterlinie Groothandel',
        quote: 'We cancelled two customisations during the webinar. It paid for the whole project phase.',
        locale: 'en',
      },
    ],
    whitepapers: [
      { title: 'Zehn Entscheidungen vor dem ersten Klick', path: 'odoo-entscheidungen', locale: 'de' },
      { title: 'From spreadsheet to shop floor: an Odoo roadmap', path: 'odoo-roadmap', locale: 'en' },
    ],
  },
  {
    key: 'okafor',
    firstName: 'Amara',
    lastName: 'Okafor',
    title: 'Dr.',
    position: { en: 'Head of Data and AI', de: 'Leiterin Daten und KI' },
    biography: {
      en: [
        'Amara Okafor builds AI systems that survive their first contact with users. She grew up in Lagos and London, wrote her doctorate at Edinburgh on how machines admit that they do not know, and now leads Magnetiq’s team of twenty data people in Berlin.',
        'She has taken language models into a logistics group, two hospitals and a city administration. Her favourite result is the one that tells you to stop.',
      ],
      de: [
        'Amara Okafor baut KI-Systeme, die den ersten Kontakt mit echten Menschen überstehen. Aufgewachsen in Lagos und London, promovierte sie in Edinburgh darüber, wie Maschinen zugeben, dass sie etwas nicht wissen. Heute leitet sie das zwanzigköpfige Datenteam von Magnetiq in Berlin.',
        'Sie hat Sprachmodelle in einen Logistikkonzern, zwei Kliniken und eine Stadtverwaltung gebracht. Am liebsten ist ihr das Ergebnis, das sagt: Lassen Sie es.',
      ],
    },
    company: 'Magnetiq',
    phone: '+49 30 23125 207',
    consultantType: 'internal',
    experienceLevel: 'expert',
    expertise: ['Machine Learning', 'Generative AI', 'AI Governance', 'Evaluation'],
    industries: ['Logistics', 'Healthcare', 'Public Sector'],
    certifications: ['Google Cloud Professional Machine Learning Engineer', 'ISO/IEC 42001 Lead Implementer'],
    education: ['Ph.D. Informatics, University of Edinburgh', 'B.Sc. Mathematics, University of Lagos'],
    publications: ['Knowing When Not to Answer', 'Measuring Assistants in the Wild'],
    speakingExperience: 11,
    headline: 'Head of Data and AI at Magnetiq · Honest machines',
    connections: 9870,
    recommendations: 84,
    hourlyRate: 27500,
    revenueSharePercentage: 40,
    availability: 'busy',
    freeInDays: 24,
    brandColors: ['#be185d', '#1f2937'],
    quality: [4.9, 4.7, 4.9, 4.9],
    testimonials: [
      {
        author: 'Claudia Reinhardt',
        company: 'Stadtwerke Auental',
        quote:
          'Kein Hype, keine Angst. Danach konnte ich meinem Vorstand in drei Sätzen sagen, was wir tun und was wir lassen.',
        locale: 'de',
      },
      {
        author: 'Oluwaseun Adeyemi',
        company: 'Meridian Freight',
        quote:
          'The first AI talk I have heard that spent more time on failure than on demos. We changed our pilot the next day.',
        locale: 'en',
      },
    ],
    whitepapers: [
      { title: 'How to measure an assistant before your users do', path: 'measure-assistant', locale: 'en' },
      { title: 'KI-Pilot in sechs Wochen: Fragen, Zahlen, Abbruchkriterien', path: 'ki-pilot', locale: 'de' },
    ],
  },
  {
    key: 'petersen',
    firstName: 'Henrike',
    lastName: 'Petersen',
    position: { en: 'Lawyer, specialist in IT law', de: 'Rechtsanwältin, Fachanwältin für IT-Recht' },
    biography: {
      en: [
        'Henrike Petersen advises medium-sized companies on data protection from her office in Hamburg and serves as external data-protection officer for eleven of them. She translates regulators’ letters into to-do lists.',
        'In her sessions nobody reads statutes aloud. She works through real requests, real breaches and real contracts, with the names removed.',
      ],
      de: [
        'Henrike Petersen berät von Hamburg aus den Mittelstand zum Datenschutz und ist für elf Unternehmen externe Datenschutzbeauftragte. Sie übersetzt Behördenpost in Aufgabenlisten.',
        'Paragrafen liest in ihren Veranstaltungen niemand vor. Gearbeitet wird an echten Anfragen, echten Pannen und echten Verträgen – nur die Namen fehlen.',
      ],
    },
    company: 'Petersen & Rohde Rechtsanwälte',
    phone: '+49 40 66969 133',
    consultantType: 'partner',
    experienceLevel: 'expert',
    expertise: ['GDPR', 'Data Processing Agreements', 'AI Regulation', 'Works Councils'],
    industries: ['Retail', 'Healthcare', 'Professional Services'],
    certifications: ['Fachanwältin für Informationstechnologierecht', 'CIPP/E'],
    education: ['Zweites Staatsexamen, OLG Hamburg', 'LL.M. IT Law, University of Strathclyde'],
    publications: ['Auskunft in vier Wochen: ein Verfahrenshandbuch'],
    speakingExperience: 12,
    headline: 'IT lawyer · Data protection that fits on one page',
    connections: 2890,
    recommendations: 33,
    hourlyRate: 29000,
    revenueSharePercentage: 50,
    availability: 'available',
    freeInDays: 12,
    brandColors: ['#0f766e', '#134e4a'],
    quality: [4.8, 4.4, 4.5, 4.9],
    testimonials: [
      {
        author: 'Ayşe Kaya',
        company: 'Lindenhof Apotheken',
        quote: 'Seit dem Seminar beantworten wir Auskunftsersuchen in zwei Tagen statt in vier Wochen.',
        locale: 'de',
      },
    ],
    whitepapers: [
      { title: 'Auskunft in vier Wochen: ein Verfahrenshandbuch', path: 'auskunft-handbuch', locale: 'de' },
    ],
  },
  {
    key: 'iyer',
    firstName: 'Rajesh',
    lastName: 'Iyer',
    position: { en: 'Director, Supply Chain', de: 'Director, Lieferketten' },
    biography: {
      en: [
        'Rajesh Iyer spent sixteen years planning ships, trains and trucks before he began to advise those who do. He built the control tower of a European furniture group and taught it to say “late” three days earlier.',
        'He works from Magnetiq’s London office, teaches operations as a guest lecturer, and still keeps a stopwatch in his jacket.',
      ],
      de: [
        'Rajesh Iyer hat sechzehn Jahre lang Schiffe, Züge und Lkw disponiert, bevor er jene beriet, die es tun. Für einen europäischen Möbelkonzern baute er die Leitstelle auf – und brachte ihr bei, drei Tage früher „verspätet“ zu sagen.',
        'Er arbeitet im Londoner Büro von Magnetiq, lehrt als Gastdozent Operations Management und trägt noch immer eine Stoppuhr in der Jacke.',
      ],
    },
    company: 'Magnetiq',
    phone: '+44 20 7946 0321',
    consultantType: 'internal',
    experienceLevel: 'expert',
    expertise: ['Supply Chain Planning', 'Logistics', 'Demand Forecasting', 'Supplier Risk'],
    industries: ['Logistics', 'Retail', 'Manufacturing'],
    certifications: ['ASCM CSCP', 'Lean Six Sigma Black Belt'],
    education: ['MBA, Cranfield School of Management', 'B.Tech. Mechanical Engineering, IIT Madras'],
    publications: ['Three Days Earlier: Early-Warning Signals in Freight'],
    speakingExperience: 15,
    headline: 'Supply chains that see it coming · Director at Magnetiq',
    connections: 7340,
    recommendations: 62,
    hourlyRate: 24500,
    revenueSharePercentage: 40,
    availability: 'available',
    freeInDays: 4,
    brandColors: ['#c2410c', '#431407'],
    quality: [4.8, 4.6, 4.7, 4.8],
    testimonials: [
      {
        author: 'Ingrid Solheim',
        company: 'Fjordhus Møbler',
        quote: 'Forty minutes on lead-time variance, and I would have taken forty more.',
        locale: 'en',
      },
      {
        author: 'Stefan Aigner',
        company: 'Aigner Frischelogistik',
        quote: 'Seine drei Kennzahlen hängen seitdem in unserer Disposition an der Wand.',
        locale: 'de',
      },
    ],
    whitepapers: [
      { title: 'Three days earlier: early-warning signals in freight', path: 'three-days-earlier', locale: 'en' },
    ],
  },
  {
    key: 'marchetti',
    firstName: 'Sofia',
    lastName: 'Marchetti',
    position: { en: 'Leadership coach and facilitator', de: 'Führungscoach und Moderatorin' },
    biography: {
      en: [
        'Sofia Marchetti has coached plant managers, hospital directors and start-up founders in four languages. She spent ten years leading teams of her own in a telecoms group, mostly over bad telephone lines.',
        'Her sessions are short on slides and long on practice: participants leave with one conversation they have put off, prepared and in the calendar.',
      ],
      de: [
        'Sofia Marchetti coacht Werksleitungen, Klinikdirektorinnen und Gründer in vier Sprachen. Zehn Jahre lang führte sie selbst Teams in einem Telekommunikationskonzern, meist über schlechte Telefonleitungen.',
        'Sie zeigt wenig Folien und lässt viel üben: Wer teilnimmt, geht mit einem aufgeschobenen Gespräch nach Hause – vorbereitet und im Kalender.',
      ],
    },
    company: 'Marchetti Coaching',
    phone: '+49 89 99998 251',
    consultantType: 'external',
    experienceLevel: 'senior',
    expertise: ['Leadership', 'Change Management', 'Remote Teams', 'Facilitation'],
    industries: ['Telecommunications', 'Healthcare', 'Manufacturing'],
    certifications: ['ICF Professional Certified Coach', 'Prosci Change Practitioner'],
    education: ['Laurea in Psicologia, Università di Padova'],
    publications: ['The Conversation You Keep Postponing'],
    speakingExperience: 10,
    headline: 'Leadership coach · The conversation you keep postponing',
    connections: 5210,
    recommendations: 71,
    hourlyRate: 21000,
    revenueSharePercentage: 50,
    availability: 'available',
    freeInDays: 3,
    brandColors: ['#b45309', '#78350f'],
    quality: [4.6, 4.6, 5.0, 4.8],
    instructions: 'Needs breakout rooms of four. Arrives thirty minutes early.',
    testimonials: [
      {
        author: 'Hannah Whitcombe',
        company: 'Orchard Street Software',
        quote: 'I booked the difficult conversation during the break. It took eleven minutes and changed the quarter.',
        locale: 'en',
      },
      {
        author: 'Lukas Steininger',
        company: 'Steininger Bau',
        quote: 'Keine Kalenderweisheiten. Ich führe meine Bauleiterrunde seitdem anders.',
        locale: 'de',
      },
    ],
    whitepapers: [{ title: 'A field guide to one-to-ones at a distance', path: 'one-to-ones', locale: 'en' }],
  },
  {
    key: 'demir',
    firstName: 'Yusuf',
    lastName: 'Demir',
    position: { en: 'Managing Director, Halden Security', de: 'Geschäftsführer, Halden Security' },
    biography: {
      en: [
        'Yusuf Demir led incident response for a German insurer before he founded Halden Security in Cologne. He has sat in the crisis room of more than sixty companies on the worst day of their year.',
        'As Magnetiq’s partner for information security he helps management boards to understand NIS2 without fear and to practise an incident before it happens.',
      ],
      de: [
        'Yusuf Demir leitete das Notfallteam eines deutschen Versicherers, bevor er in Köln Halden Security gründete. In über sechzig Unternehmen saß er am schlimmsten Tag des Jahres mit im Krisenraum.',
        'Als Sicherheitspartner von Magnetiq hilft er Geschäftsleitungen, NIS2 ohne Angst zu verstehen und den Ernstfall zu üben, bevor er eintritt.',
      ],
    },
    company: 'Halden Security',
    phone: '+49 221 4710 360',
    consultantType: 'partner',
    experienceLevel: 'expert',
    expertise: ['Information Security', 'NIS2', 'Incident Response', 'ISO 27001'],
    industries: ['Financial Services', 'Energy', 'Manufacturing'],
    certifications: ['CISSP', 'ISO/IEC 27001 Lead Auditor', 'BSI IT-Grundschutz-Praktiker'],
    education: ['M.Sc. IT Security, Ruhr-Universität Bochum'],
    publications: ['Die ersten 72 Stunden', 'What the Board Must Know Before the Call Comes'],
    speakingExperience: 8,
    headline: 'Sixty bad days, calmly handled · Halden Security',
    connections: 4460,
    recommendations: 38,
    hourlyRate: 25000,
    revenueSharePercentage: 50,
    availability: 'available',
    freeInDays: 15,
    brandColors: ['#15803d', '#052e16'],
    quality: [4.8, 4.9, 4.6, 4.8],
    testimonials: [
      {
        author: 'Gerda Hollenbeck',
        company: 'Hollenbeck Energie',
        quote:
          'Wir haben die Notfallübung am Freitag darauf gemacht. Am Montag war der Plan um acht Seiten kürzer und endlich brauchbar.',
        locale: 'de',
      },
    ],
    whitepapers: [
      { title: 'Die ersten 72 Stunden: Checkliste für die Geschäftsleitung', path: 'erste-72-stunden', locale: 'de' },
      { title: 'The first 72 hours: a checklist for boards', path: 'first-72-hours', locale: 'en' },
    ],
  },
  {
    key: 'fontaine',
    firstName: 'Claire',
    lastName: 'Fontaine',
    position: { en: 'Sustainability adviser', de: 'Beraterin für Nachhaltigkeit' },
    biography: {
      en: [
        'Claire Fontaine was an auditor in Strasbourg for twelve years and now helps companies on both sides of the Rhine to report on their footprint with figures that an auditor would accept.',
        'She is fond of spreadsheets, suspicious of slogans, and convinced that a small honest report beats a large beautiful one.',
      ],
      de: [
        'Claire Fontaine war zwölf Jahre Wirtschaftsprüferin in Straßburg. Heute hilft sie Unternehmen auf beiden Seiten des Rheins, über ihren Fußabdruck mit Zahlen zu berichten, die eine Prüfung bestehen.',
        'Sie mag Tabellen, misstraut Parolen und ist überzeugt: Ein kleiner ehrlicher Bericht schlägt einen großen schönen.',
      ],
    },
    company: 'Fontaine Conseil',
    phone: '+33 1 99 00 41 27',
    consultantType: 'external',
    experienceLevel: 'senior',
    expertise: ['Sustainability Reporting', 'Carbon Accounting', 'VSME', 'Supplier Questionnaires'],
    industries: ['Manufacturing', 'Food and Beverage', 'Construction'],
    certifications: ['GRI Certified Sustainability Professional', 'Diplôme d’expertise comptable'],
    education: ['Master CCA, EM Strasbourg'],
    publications: ['Twelve Figures Your Bank Will Ask For'],
    speakingExperience: 6,
    headline: 'Small honest reports · Sustainability with an auditor’s eye',
    connections: 1980,
    recommendations: 22,
    hourlyRate: 18000,
    revenueSharePercentage: 45,
    availability: 'available',
    freeInDays: 8,
    brandColors: ['#4d7c0f', '#1a2e05'],
    quality: [4.7, 4.3, 4.4, 4.8],
    testimonials: [
      {
        author: 'Anneliese Vogt',
        company: 'Vogt Naturkost',
        quote: 'Zum ersten Mal haben Bank und Großkunde dieselbe Datei von uns bekommen – und beide waren zufrieden.',
        locale: 'de',
      },
    ],
    whitepapers: [{ title: 'Twelve figures your bank will ask for', path: 'twelve-figures', locale: 'en' }],
  },
  {
    key: 'weidmann',
    firstName: 'Jonas',
    lastName: 'Weidmann',
    position: { en: 'Managing Consultant, Process Excellence', de: 'Managing Consultant, Prozesse' },
    biography: {
      en: [
        'Jonas Weidmann looks for the loop in which an order waits for nine days although everybody works hard. He has mined the processes of banks, breweries and a railway, and most of his findings fit on a beer mat.',
        'He studied industrial engineering in Zurich, came to Magnetiq from a process-mining vendor, and moderates our panels.',
      ],
      de: [
        'Jonas Weidmann sucht die Schleife, in der ein Auftrag neun Tage liegt, obwohl alle fleißig sind. Er hat die Abläufe von Banken, Brauereien und einer Bahn ausgewertet; die meisten Befunde passen auf einen Bierdeckel.',
        'Er studierte Wirtschaftsingenieurwesen in Zürich, kam von einem Hersteller für Process Mining zu Magnetiq und moderiert unsere Podien.',
      ],
    },
    company: 'Magnetiq',
    phone: '+49 89 99998 604',
    consultantType: 'internal',
    experienceLevel: 'senior',
    expertise: ['Process Mining', 'Automation', 'Operational Excellence', 'Moderation'],
    industries: ['Financial Services', 'Food and Beverage', 'Transport'],
    certifications: ['Celonis Data Engineer', 'Lean Six Sigma Green Belt'],
    education: ['M.Sc. ETH in Management, Technology and Economics'],
    publications: ['Neun Tage im Kreis: was Ereignisdaten verraten'],
    speakingExperience: 5,
    headline: 'Finding the loop · Process excellence at Magnetiq',
    connections: 2670,
    recommendations: 19,
    hourlyRate: 17500,
    revenueSharePercentage: 30,
    availability: 'available',
    freeInDays: 5,
    brandColors: ['#0369a1', '#082f49'],
    quality: [4.5, 4.7, 4.6, 4.6],
    testimonials: [
      {
        author: 'Roland Bächli',
        company: 'Seetal Brauerei',
        quote: 'Der Bierdeckel mit den drei Zahlen hängt jetzt gerahmt im Besprechungszimmer.',
        locale: 'de',
      },
    ],
    whitepapers: [{ title: 'Neun Tage im Kreis: was Ereignisdaten verraten', path: 'neun-tage', locale: 'de' }],
  },
  {
    key: 'kimani',
    firstName: 'Grace',
    lastName: 'Kimani-Walsh',
    position: { en: 'Pricing strategist', de: 'Preisstrategin' },
    biography: {
      en: [
        'Grace Kimani-Walsh helps service firms to stop selling hours. From New York she has repriced law firms, agencies and engineering consultancies, and she can tell you which of them regretted it.',
        'Born in Nairobi, trained as an economist in Boston, she now teaches a pricing class to founders who swear that their market is different.',
      ],
      de: [
        'Grace Kimani-Walsh hilft Dienstleistern, keine Stunden mehr zu verkaufen. Von New York aus hat sie Kanzleien, Agenturen und Ingenieurbüros neu bepreist – und kann sagen, wer es bereut hat.',
        'In Nairobi geboren und in Boston zur Ökonomin ausgebildet, unterrichtet sie heute Gründerinnen und Gründer, die schwören, ihr Markt sei anders.',
      ],
    },
    company: 'Kimani Walsh Advisory',
    phone: '+1 212 555 0147',
    consultantType: 'external',
    experienceLevel: 'expert',
    expertise: ['Pricing', 'Service Design', 'Go-to-Market', 'Negotiation'],
    industries: ['Professional Services', 'Software', 'Media'],
    certifications: ['Certified Pricing Professional'],
    education: ['M.A. Economics, Boston University', 'B.A. Economics, University of Nairobi'],
    publications: ['Stop Selling Hours', 'The Discount That Ate the Margin'],
    speakingExperience: 13,
    headline: 'Stop selling hours · Pricing for people who serve',
    connections: 8150,
    recommendations: 66,
    hourlyRate: 32000,
    revenueSharePercentage: 50,
    availability: 'busy',
    freeInDays: 31,
    brandColors: ['#a21caf', '#3b0764'],
    quality: [4.8, 4.7, 4.8, 4.7],
    testimonials: [
      {
        author: 'Daniel Rosenfeld',
        company: 'Rosenfeld & Pike Engineering',
        quote: 'We raised our prices on the Monday. On the Friday our best client thanked us for the clarity.',
        locale: 'en',
      },
    ],
    whitepapers: [
      { title: 'Stop selling hours: five models and when they fail', path: 'stop-selling-hours', locale: 'en' },
    ],
  },
  {
    key: 'nguyen',
    firstName: 'Minh Anh',
    lastName: 'Nguyen',
    position: { en: 'Consultant, Data Engineering', de: 'Consultant, Data Engineering' },
    biography: {
      en: [
        'Minh Anh Nguyen makes data arrive on time. She rebuilt the reporting of a hospital group on PostgreSQL and open-source tools, cut its run time from a night to eleven minutes, and documented every step.',
        'She grew up in Leipzig, contributes to two open-source projects, and prefers live coding to slides.',
      ],
      de: [
        'Minh Anh Nguyen sorgt dafür, dass Daten pünktlich ankommen. Das Berichtswesen eines Klinikverbunds baute sie mit PostgreSQL und freier Software neu auf: aus einer Nacht Laufzeit wurden elf Minuten, und jeder Schritt ist dokumentiert.',
        'Sie ist in Leipzig aufgewachsen, arbeitet an zwei Open-Source-Projekten mit und programmiert lieber live, als Folien zu zeigen.',
      ],
    },
    company: 'Magnetiq',
    phone: '+49 30 23125 533',
    consultantType: 'internal',
    experienceLevel: 'junior',
    expertise: ['Data Engineering', 'PostgreSQL', 'dbt', 'Open Source'],
    industries: ['Healthcare', 'Logistics', 'Energy'],
    certifications: ['dbt Analytics Engineering'],
    education: ['M.Sc. Data Science, Universität Leipzig'],
    publications: ['Eleven Minutes: Rebuilding a Night of Reports'],
    speakingExperience: 3,
    headline: 'Data that arrives on time · Consultant at Magnetiq',
    connections: 1120,
    recommendations: 14,
    hourlyRate: 13500,
    revenueSharePercentage: 30,
    availability: 'available',
    freeInDays: 2,
    brandColors: ['#4338ca', '#1e1b4b'],
    quality: [4.7, 4.9, 4.5, 4.6],
    testimonials: [
      {
        author: 'Prof. Karin Uhlig',
        company: 'Klinikverbund Mulde',
        quote: 'Sie hat live programmiert, und es hat live funktioniert. Wann sieht man das schon?',
        locale: 'de',
      },
    ],
    whitepapers: [{ title: 'Eleven minutes: rebuilding a night of reports', path: 'eleven-minutes', locale: 'en' }],
  },
  {
    key: 'kowalczyk',
    firstName: 'Marek',
    lastName: 'Kowalczyk',
    position: { en: 'Senior Consultant, Finance Transformation', de: 'Senior Consultant, Finanzprozesse' },
    biography: {
      en: [
        'Marek Kowalczyk kept the books of a family business in Wrocław before he taught accountants to let machines do it. He knows every field of an electronic invoice and which of them your supplier will leave empty.',
        'At Magnetiq he introduces electronic invoicing and month-end routines that end before the month does.',
      ],
      de: [
        'Marek Kowalczyk führte in Breslau die Bücher eines Familienunternehmens, bevor er Buchhaltungen beibrachte, das Maschinen zu überlassen. Er kennt jedes Feld einer E-Rechnung – und weiß, welches Ihr Lieferant leer lässt.',
        'Bei Magnetiq führt er die E-Rechnung ein und Monatsabschlüsse, die vor dem Monat fertig sind.',
      ],
    },
    company: 'Magnetiq',
    phone: '+49 30 23125 671',
    consultantType: 'internal',
    experienceLevel: 'senior',
    expertise: ['E-Invoicing', 'Accounting Automation', 'Odoo', 'Month-End Close'],
    industries: ['Wholesale', 'Construction', 'Professional Services'],
    certifications: ['ACCA', 'Odoo Functional Certification'],
    education: ['M.Sc. Finance and Accounting, Uniwersytet Ekonomiczny we Wrocławiu'],
    publications: ['Das leere Feld: E-Rechnungen, die niemand buchen kann'],
    speakingExperience: 7,
    headline: 'Invoices that book themselves · Finance at Magnetiq',
    connections: 2340,
    recommendations: 27,
    hourlyRate: 16500,
    revenueSharePercentage: 30,
    availability: 'available',
    freeInDays: 7,
    brandColors: ['#0e7490', '#083344'],
    quality: [4.6, 4.6, 4.4, 4.7],
    testimonials: [
      {
        author: 'Sabine Dietrich',
        company: 'Dietrich Haustechnik',
        quote: 'Nach vierzig Minuten war die Angst weg und die Liste da. Danke!',
        locale: 'de',
      },
    ],
    whitepapers: [{ title: 'Das leere Feld: Prüfliste für E-Rechnungen', path: 'das-leere-feld', locale: 'de' }],
  },
  {
    key: 'haugen',
    firstName: 'Eirik',
    lastName: 'Haugen',
    position: { en: 'Automation engineer', de: 'Automatisierungsingenieur' },
    biography: {
      en: [
        'Eirik Haugen taught our first course on software robots. He has returned to industry and no longer gives sessions; his recordings remain available.',
      ],
      de: [
        'Eirik Haugen gab unseren ersten Kurs zu Softwarerobotern. Er ist in die Industrie zurückgekehrt und hält keine Veranstaltungen mehr; seine Aufzeichnungen bleiben verfügbar.',
      ],
    },
    company: 'Haugen Automasjon',
    phone: '+47 22 00 00 19',
    consultantType: 'external',
    experienceLevel: 'senior',
    expertise: ['Robotic Process Automation', 'Automation'],
    industries: ['Manufacturing', 'Energy'],
    certifications: ['UiPath Advanced Developer'],
    education: ['Siv.ing. Kybernetikk, NTNU Trondheim'],
    publications: [],
    speakingExperience: 4,
    headline: 'Automation engineer',
    connections: 890,
    recommendations: 9,
    hourlyRate: 15000,
    revenueSharePercentage: 40,
    availability: 'unavailable',
    freeInDays: 365,
    brandColors: ['#475569', '#0f172a'],
    quality: [4.2, 4.4, 4.0, 4.5],
    testimonials: [],
    whitepapers: [],
    active: false,
  },
];
