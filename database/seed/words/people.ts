const list = (names: string): string[] => names.split(',').map((name) => name.trim());

/** Where names come from, how often, and where they are at home. First and last names are drawn independently. */
export type Origin = { weight: number; home: Company['country'][]; first: string[]; last: string[] };

export const ORIGINS: Origin[] = [
  {
    weight: 44,
    home: ['DE', 'AT', 'CH'],
    first: list(`Anna, Sabine, Julia, Katrin, Lena, Petra, Susanne, Hannah, Birgit, Ute, Svenja, Carolin, Friederike,
      Monika, Nele, Thomas, Andreas, Michael, Stefan, Jan, Florian, Matthias, Jürgen, Uwe, Lukas, Sebastian,
      Holger, Dirk, Benedikt, Moritz`),
    last: list(`Müller, Schneider, Fischer, Weber, Wagner, Becker, Hoffmann, Schäfer, Koch, Richter, Klein, Wolf,
      Neumann, Schwarz, Krüger, Hartmann, Lange, Krause, Lehmann, Köhler, Maier, Huber, Vogel, Friedrich,
      Keller, Günther, Winkler, Lorenz, Baumann, Großmann, Thiele, Behrens, Petersen, Wiegand, Rauscher,
      Oberhauser, Kühn, Stegmann, Harms, Seidel`),
  },
  {
    weight: 8,
    home: [],
    first: list(`Elif, Zeynep, Ayşe, Merve, Selin, Defne, Mehmet, Emre, Can, Murat, Deniz, Kerem, Baran, Hakan`),
    last: list(`Yılmaz, Kaya, Demirci, Şahin, Çelik, Yıldız, Aydın, Öztürk, Arslan, Koç, Polat, Erdoğdu`),
  },
  {
    weight: 6,
    home: ['PL'],
    first: list(
      `Agnieszka, Katarzyna, Magdalena, Joanna, Zofia, Piotr, Tomasz, Paweł, Krzysztof, Michał, Jakub, Wojciech`,
    ),
    last: list(`Nowak, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Szymański, Dąbrowski, Mazur, Krawczyk,
      Pawlak`),
  },
  {
    weight: 10,
    home: ['GB', 'IE'],
    first: list(`Emily, Charlotte, Sophie, Fiona, Rebecca, Imogen, Niamh, James, Oliver, Harry, Callum, Duncan, Rory,
      George`),
    last: list(`Smith, Taylor, Davies, Evans, Hughes, Whitfield, MacLeod, Fraser, Bennett, Hargreaves, O’Connor,
      Ashworth, Pemberton, Kerr`),
  },
  {
    weight: 6,
    home: ['US'],
    first: list(`Jennifer, Ashley, Megan, Danielle, Latoya, Brandon, Tyler, Marcus, Ethan, Jordan, Derek, Caleb`),
    last: list(`Johnson, Williams, Brown, Anderson, Thompson, Robinson, Walker, Sullivan, Goldberg, Freeman, Kowalski,
      Delgado`),
  },
  {
    weight: 5,
    home: [],
    first: list(`Priya, Ananya, Kavita, Meera, Shreya, Arjun, Rohan, Vikram, Sanjay, Aditya, Nikhil, Karthik`),
    last: list(`Sharma, Patel, Reddy, Nair, Gupta, Menon, Banerjee, Kulkarni, Chatterjee, Rao, Subramanian`),
  },
  {
    weight: 4,
    home: ['IT'],
    first: list(`Chiara, Giulia, Francesca, Elena, Marta, Matteo, Luca, Davide, Alessandro, Paolo`),
    last: list(`Rossi, Ferrari, Esposito, Ricci, Conti, De Luca, Galli, Moretti, Barbieri, Fontana`),
  },
  {
    weight: 4,
    home: ['FR'],
    first: list(`Camille, Élodie, Juliette, Manon, Inès, Antoine, Julien, Mathieu, Olivier, Théo`),
    last: list(`Martin, Bernard, Dubois, Lefèvre, Moreau, Girard, Roux, Chevalier, Mercier, Blanchard`),
  },
  {
    weight: 4,
    home: ['NL'],
    first: list(`Femke, Sanne, Lotte, Marieke, Daan, Bram, Sjoerd, Jeroen, Wouter, Thijs`),
    last: list(`de Jong, Jansen, van den Berg, Bakker, Visser, Smit, Mulder, van Dijk, Hendriks, Dekker`),
  },
  {
    weight: 3,
    home: [],
    first: list(`Carmen, Lucía, Marta, Inés, Ana Belén, Javier, Álvaro, Sergio, Diego, Pablo`),
    last: list(`García, Fernández, López, Martínez, Sánchez, Romero, Navarro, Ortega, Molina`),
  },
  {
    weight: 3,
    home: ['SE'],
    first: list(`Ingrid, Astrid, Freja, Maja, Sigrid, Lars, Anders, Mikkel, Jesper, Oskar`),
    last: list(`Johansson, Hansen, Nielsen, Lindqvist, Bergström, Solberg, Dahl, Sørensen, Nyström`),
  },
  {
    weight: 3,
    home: [],
    first: list(`Olena, Iryna, Kateryna, Oksana, Andriy, Dmytro, Taras, Bohdan`),
    last: list(`Kovalenko, Shevchenko, Bondarenko, Melnyk, Tkachenko, Lysenko, Hrytsenko`),
  },
  {
    weight: 3,
    home: [],
    first: list(`Ngozi, Chidinma, Adaeze, Wanjiru, Achieng, Emeka, Tunde, Chukwudi, Kwame, Kiprono`),
    last: list(`Okonkwo, Adeyemi, Balogun, Mensah, Owusu, Kamau, Otieno, Njoroge, Eze`),
  },
  {
    weight: 3,
    home: [],
    first: list(`Leila, Yasmin, Nour, Rania, Samira, Omar, Karim, Youssef, Tariq, Hassan`),
    last: list(`Haddad, Mansour, Khalil, El Amrani, Benali, Farouk, Nasser, Rahimi, Tehrani`),
  },
  {
    weight: 3,
    home: [],
    first: list(`Linh, Thu Trang, Hue, Duc, Quang, Wei, Xiaoling, Jing, Haoran, Min-jun, Soo-jin, Yuki, Kenji`),
    last: list(`Tran, Pham, Le, Chen, Wang, Zhang, Liu, Kim, Park, Tanaka, Sato`),
  },
  {
    weight: 2,
    home: [],
    first: list(`Ioana, Andreea, Mihai, Radu, Eleni, Nikos, Zsófia, Bence, Petra, Tomáš, Ivana, Marko`),
    last: list(`Popescu, Ionescu, Papadopoulos, Nagy, Kovács, Novák, Horváth, Jovanović, Babić`),
  },
];

/** A company of the demonstration; its domain ends in `.example`, which never reaches anybody. */
export type Company = {
  name: string;
  domain: string;
  industry: string;
  country: 'DE' | 'AT' | 'CH' | 'GB' | 'US' | 'NL' | 'FR' | 'IE' | 'SE' | 'PL' | 'IT';
  /** How often its people come, relative to others. */
  weight: number;
};

/** Who has more people sends more of them. */
export const sizeOf = ({ weight }: Company): string =>
  ['upTo9', 'upTo49', 'upTo249', 'upTo999', 'over999'][weight - 1]!;

const company = (
  name: string,
  domain: string,
  industry: string,
  country: Company['country'],
  weight: number,
): Company => ({
  name,
  domain: `${domain}.example`,
  industry,
  country,
  weight,
});

export const COMPANIES: Company[] = [
  company('Heidkamp Antriebstechnik GmbH', 'heidkamp-antriebe', 'Manufacturing', 'DE', 5),
  company('Kröger Metallbau GmbH & Co. KG', 'kroeger-metallbau', 'Manufacturing', 'DE', 3),
  company('Stadtwerke Auental', 'sw-auental', 'Energy', 'DE', 4),
  company('Klinikverbund Mulde', 'kv-mulde', 'Healthcare', 'DE', 5),
  company('Lindenhof Apotheken', 'lindenhof-apotheken', 'Healthcare', 'DE', 2),
  company('Hollenbeck Energie AG', 'hollenbeck-energie', 'Energy', 'DE', 4),
  company('Vogt Naturkost GmbH', 'vogt-naturkost', 'Food and Beverage', 'DE', 3),
  company('Dietrich Haustechnik', 'dietrich-haustechnik', 'Construction', 'DE', 2),
  company('Aigner Frischelogistik GmbH', 'aigner-frische', 'Logistics', 'DE', 4),
  company('Bergmann & Söhne Werkzeugbau', 'bergmann-werkzeug', 'Manufacturing', 'DE', 3),
  company('Nordlicht Versicherung a. G.', 'nordlicht-vers', 'Financial Services', 'DE', 4),
  company('Elbkontor Handels GmbH', 'elbkontor', 'Wholesale', 'DE', 4),
  company('Sparkasse Wiesengrund', 'spk-wiesengrund', 'Financial Services', 'DE', 3),
  company('Technische Hochschule Rabenstein', 'th-rabenstein', 'Education', 'DE', 2),
  company('Landkreis Hohenbach', 'landkreis-hohenbach', 'Public Sector', 'DE', 3),
  company('Kessler Medizintechnik SE', 'kessler-med', 'Healthcare', 'DE', 4),
  company('Papierfabrik Salach', 'papier-salach', 'Manufacturing', 'DE', 2),
  company('Brückner Anlagenbau AG', 'brueckner-anlagen', 'Manufacturing', 'DE', 4),
  company('Wattwerk Solar GmbH', 'wattwerk-solar', 'Energy', 'DE', 2),
  company('Studio Morgenrot', 'studio-morgenrot', 'Media', 'DE', 2),
  company('Tannert Möbelwerke', 'tannert-moebel', 'Retail', 'DE', 3),
  company('Rheinbogen Software GmbH', 'rheinbogen', 'Software', 'DE', 4),
  company('Isarflug Bodendienste', 'isarflug', 'Transport', 'DE', 2),
  company('Fuchs & Partner Steuerberatung', 'fuchs-steuer', 'Professional Services', 'DE', 3),
  company('Domherr Verlag', 'domherr-verlag', 'Media', 'DE', 1),
  company('Küstenwind Reederei', 'kuestenwind', 'Logistics', 'DE', 3),
  company('Ökodruck Freital', 'oekodruck-freital', 'Media', 'DE', 1),
  company('Schwarzwald Sensorik GmbH', 'sw-sensorik', 'Manufacturing', 'DE', 4),
  company('Steininger Bau GmbH', 'steininger-bau', 'Construction', 'AT', 3),
  company('Donauland Lebensmittel AG', 'donauland-lm', 'Food and Beverage', 'AT', 3),
  company('Karwendel Bergbahnen', 'karwendel-bahnen', 'Transport', 'AT', 1),
  company('Grazer Feinwerk', 'grazer-feinwerk', 'Manufacturing', 'AT', 2),
  company('Seetal Brauerei AG', 'seetal-brauerei', 'Food and Beverage', 'CH', 2),
  company('Limmat Treuhand', 'limmat-treuhand', 'Professional Services', 'CH', 2),
  company('Albis Präzision AG', 'albis-praezision', 'Manufacturing', 'CH', 2),
  company('Larkfield Insurance', 'larkfield-insurance', 'Financial Services', 'GB', 4),
  company('Meridian Freight', 'meridian-freight', 'Logistics', 'GB', 4),
  company('Orchard Street Software', 'orchardstreet', 'Software', 'GB', 4),
  company('Penhaligon Ceramics', 'penhaligon-ceramics', 'Manufacturing', 'GB', 2),
  company('Strathmore University Hospitals', 'strathmore-hospitals', 'Healthcare', 'GB', 3),
  company('Thistle & Rowe Solicitors', 'thistle-rowe', 'Professional Services', 'GB', 2),
  company('Greenwharf Housing', 'greenwharf-housing', 'Public Sector', 'GB', 2),
  company('Liffey Data Works', 'liffey-data', 'Software', 'IE', 3),
  company('Rosenfeld & Pike Engineering', 'rosenfeld-pike', 'Professional Services', 'US', 3),
  company('Hudson Yard Media', 'hudsonyard-media', 'Media', 'US', 2),
  company('Lakeshore Components Inc.', 'lakeshore-components', 'Manufacturing', 'US', 3),
  company('Bluebonnet Health', 'bluebonnet-health', 'Healthcare', 'US', 2),
  company('Pinecrest Consulting Group', 'pinecrest-cg', 'Professional Services', 'US', 3),
  company('Waterlinie Groothandel B.V.', 'waterlinie', 'Wholesale', 'NL', 3),
  company('Polderland Zuivel', 'polderland-zuivel', 'Food and Beverage', 'NL', 2),
  company('Atelier Vosges SARL', 'atelier-vosges', 'Retail', 'FR', 2),
  company('Transports Garonne', 'transports-garonne', 'Logistics', 'FR', 2),
  company('Fjordhus Møbler', 'fjordhus', 'Retail', 'SE', 2),
  company('Norrsken Kraft AB', 'norrsken-kraft', 'Energy', 'SE', 2),
  company('Odra Systemy sp. z o.o.', 'odra-systemy', 'Software', 'PL', 3),
  company('Wisła Meble S.A.', 'wisla-meble', 'Manufacturing', 'PL', 2),
  company('Cantieri Adriatici', 'cantieri-adriatici', 'Construction', 'IT', 2),
  company('Pastificio Colline', 'pastificio-colline', 'Food and Beverage', 'IT', 2),
];

/** Numbers that regulators keep free for films and books, where there are such; `##` becomes two digits. */
export const PHONES: Partial<Record<Company['country'], string[]>> = {
  DE: [
    '+49 30 23125 1##',
    '+49 40 66969 2##',
    '+49 69 90009 3##',
    '+49 89 99998 4##',
    '+49 221 4710 5##',
    '+49 171 39200 ##',
  ],
  GB: ['+44 20 7946 01##', '+44 161 496 02##', '+44 7700 9003##'],
  IE: ['+353 20 911 01##'],
  US: ['+1 212 555 01##', '+1 312 555 01##', '+1 512 555 01##'],
  FR: ['+33 1 99 00 12 ##', '+33 6 39 98 45 ##'],
  SE: ['+46 8 465 004 ##', '+46 70 174 06 ##'],
};

export const POSITIONS: { en: string[]; de: string[] } = {
  en: list(`Head of IT, IT Project Manager, Operations Manager, Managing Director, Finance Manager,
      Software Engineer, Data Analyst, Team Lead Logistics, Purchasing Manager, HR Business Partner,
      Data Protection Officer, Product Owner, Controller, Production Planner, Chief Information Officer,
      Quality Manager, Business Analyst, Platform Engineer, Marketing Manager, Sustainability Officer`),
  de: list(`IT-Leitung, Projektleitung IT, Betriebsleitung, Geschäftsführung, Leitung Finanzen,
      Softwareentwicklung, Datenanalyse, Teamleitung Logistik, Einkauf, Personalreferat,
      Datenschutzbeauftragung, Product Owner, Controlling, Arbeitsvorbereitung, Leitung Digitalisierung,
      Qualitätsmanagement, Organisationsentwicklung, Systemadministration, Marketing,
      Nachhaltigkeitsmanagement`),
};
