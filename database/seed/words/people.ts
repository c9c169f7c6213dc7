/** Where names come from, how often, and where they are at home. First and last names are drawn independently. */
export type Origin = { weight: number; home: Company['country'][]; first: string[]; last: string[] };

export const ORIGINS: Origin[] = [
  {
    weight: 44,
    home: ['DE', 'AT', 'CH'],
    first: [
      'Anna', 'Sabine', 'Julia', 'Katrin', 'Lena', 'Petra', 'Susanne', 'Hannah', 'Birgit', 'Ute', 'Svenja', 'Carolin', 'Friederike', 'Monika', 'Nele',
      'Thomas', 'Andreas', 'Michael', 'Stefan', 'Jan', 'Florian', 'Matthias', 'Jürgen', 'Uwe', 'Lukas', 'Sebastian', 'Holger', 'Dirk', 'Benedikt', 'Moritz',
    ],
    last: [
      'Müller', 'Schneider', 'Fischer', 'Weber', 'Wagner', 'Becker', 'Hoffmann', 'Schäfer', 'Koch', 'Richter', 'Klein', 'Wolf', 'Neumann', 'Schwarz', 'Krüger',
      'Hartmann', 'Lange', 'Krause', 'Lehmann', 'Köhler', 'Maier', 'Huber', 'Vogel', 'Friedrich', 'Keller', 'Günther', 'Winkler', 'Lorenz', 'Baumann', 'Großmann',
      'Thiele', 'Behrens', 'Petersen', 'Wiegand', 'Rauscher', 'Oberhauser', 'Kühn', 'Stegmann', 'Harms', 'Seidel',
    ],
  },
  {
    weight: 8,
    home: [],
    first: ['Elif', 'Zeynep', 'Ayşe', 'Merve', 'Selin', 'Defne', 'Mehmet', 'Emre', 'Can', 'Murat', 'Deniz', 'Kerem', 'Baran', 'Hakan'],
    last: ['Yılmaz', 'Kaya', 'Demirci', 'Şahin', 'Çelik', 'Yıldız', 'Aydın', 'Öztürk', 'Arslan', 'Koç', 'Polat', 'Erdoğdu'],
  },
  {
    weight: 6,
    home: ['PL'],
    first: ['Agnieszka', 'Katarzyna', 'Magdalena', 'Joanna', 'Zofia', 'Piotr', 'Tomasz', 'Paweł', 'Krzysztof', 'Michał', 'Jakub', 'Wojciech'],
    last: ['Nowak', 'Wiśniewski', 'Wójcik', 'Kamiński', 'Lewandowski', 'Zieliński', 'Szymański', 'Dąbrowski', 'Mazur', 'Krawczyk', 'Pawlak'],
  },
  {
    weight: 10,
    home: ['GB', 'IE'],
    first: ['Emily', 'Charlotte', 'Sophie', 'Fiona', 'Rebecca', 'Imogen', 'Niamh', 'James', 'Oliver', 'Harry', 'Callum', 'Duncan', 'Rory', 'George'],
    last: ['Smith', 'Taylor', 'Davies', 'Evans', 'Hughes', 'Whitfield', 'MacLeod', 'Fraser', 'Bennett', 'Hargreaves', 'O’Connor', 'Ashworth', 'Pemberton', 'Kerr'],
  },
  {
    weight: 6,
    home: ['US'],
    first: ['Jennifer', 'Ashley', 'Megan', 'Danielle', 'Latoya', 'Brandon', 'Tyler', 'Marcus', 'Ethan', 'Jordan', 'Derek', 'Caleb'],
    last: ['Johnson', 'Williams', 'Brown', 'Anderson', 'Thompson', 'Robinson', 'Walker', 'Sullivan', 'Goldberg', 'Freeman', 'Kowalski', 'Delgado'],
  },
  {
    weight: 5,
    home: [],
    first: ['Priya', 'Ananya', 'Kavita', 'Meera', 'Shreya', 'Arjun', 'Rohan', 'Vikram', 'Sanjay', 'Aditya', 'Nikhil', 'Karthik'],
    last: ['Sharma', 'Patel', 'Reddy', 'Nair', 'Gupta', 'Menon', 'Banerjee', 'Kulkarni', 'Chatterjee', 'Rao', 'Subramanian'],
  },
  {
    weight: 4,
    home: ['IT'],
    first: ['Chiara', 'Giulia', 'Francesca', 'Elena', 'Marta', 'Matteo', 'Luca', 'Davide', 'Alessandro', 'Paolo'],
    last: ['Rossi', 'Ferrari', 'Esposito', 'Ricci', 'Conti', 'De Luca', 'Galli', 'Moretti', 'Barbieri', 'Fontana'],
  },
  {
    weight: 4,
    home: ['FR'],
    first: ['Camille', 'Élodie', 'Juliette', 'Manon', 'Inès', 'Antoine', 'Julien', 'Mathieu', 'Olivier', 'Théo'],
    last: ['Martin', 'Bernard', 'Dubois', 'Lefèvre', 'Moreau', 'Girard', 'Roux', 'Chevalier', 'Mercier', 'Blanchard'],
  },
  {
    weight: 4,
    home: ['NL'],
    first: ['Femke', 'Sanne', 'Lotte', 'Marieke', 'Daan', 'Bram', 'Sjoerd', 'Jeroen', 'Wouter', 'Thijs'],
    last: ['de Jong', 'Jansen', 'van den Berg', 'Bakker', 'Visser', 'Smit', 'Mulder', 'van Dijk', 'Hendriks', 'Dekker'],
  },
  {
    weight: 3,
    home: [],
    first: ['Carmen', 'Lucía', 'Marta', 'Inés', 'Ana Belén', 'Javier', 'Álvaro', 'Sergio', 'Diego', 'Pablo'],
    last: ['García', 'Fernández', 'López', 'Martínez', 'Sánchez', 'Romero', 'Navarro', 'Ortega', 'Molina'],
  },
  {
    weight: 3,
    home: ['SE'],
    first: ['Ingrid', 'Astrid', 'Freja', 'Maja', 'Sigrid', 'Lars', 'Anders', 'Mikkel', 'Jesper', 'Oskar'],
    last: ['Johansson', 'Hansen', 'Nielsen', 'Lindqvist', 'Bergström', 'Solberg', 'Dahl', 'Sørensen', 'Nyström'],
  },
  {
    weight: 3,
    home: [],
    first: ['Olena', 'Iryna', 'Kateryna', 'Oksana', 'Andriy', 'Dmytro', 'Taras', 'Bohdan'],
    last: ['Kovalenko', 'Shevchenko', 'Bondarenko', 'Melnyk', 'Tkachenko', 'Lysenko', 'Hrytsenko'],
  },
  {
    weight: 3,
    home: [],
    first: ['Ngozi', 'Chidinma', 'Adaeze', 'Wanjiru', 'Achieng', 'Emeka', 'Tunde', 'Chukwudi', 'Kwame', 'Kiprono'],
    last: ['Okonkwo', 'Adeyemi', 'Balogun', 'Mensah', 'Owusu', 'Kamau', 'Otieno', 'Njoroge', 'Eze'],
  },
  {
    weight: 3,
    home: [],
    first: ['Leila', 'Yasmin', 'Nour', 'Rania', 'Samira', 'Omar', 'Karim', 'Youssef', 'Tariq', 'Hassan'],
    last: ['Haddad', 'Mansour', 'Khalil', 'El Amrani', 'Benali', 'Farouk', 'Nasser', 'Rahimi', 'Tehrani'],
  },
  {
    weight: 3,
    home: [],
    first: ['Linh', 'Thu Trang', 'Hue', 'Duc', 'Quang', 'Wei', 'Xiaoling', 'Jing', 'Haoran', 'Min-jun', 'Soo-jin', 'Yuki', 'Kenji'],
    last: ['Tran', 'Pham', 'Le', 'Chen', 'Wang', 'Zhang', 'Liu', 'Kim', 'Park', 'Tanaka', 'Sato'],
  },
  {
    weight: 2,
    home: [],
    first: ['Ioana', 'Andreea', 'Mihai', 'Radu', 'Eleni', 'Nikos', 'Zsófia', 'Bence', 'Petra', 'Tomáš', 'Ivana', 'Marko'],
    last: ['Popescu', 'Ionescu', 'Papadopoulos', 'Nagy', 'Kovács', 'Novák', 'Horváth', 'Jovanović', 'Babić'],
  },
];

/** A company of the demonstration; its domain ends in `.example`, which never reaches anybody. */
export type Company = {
  name: string;
  domain: string;
  industry: string;
  /** Telephone prefix of numbers set aside for fiction, completed with two digits. */
  country: 'DE' | 'AT' | 'CH' | 'GB' | 'US' | 'NL' | 'FR' | 'IE' | 'SE' | 'PL' | 'IT';
  /** How often its people come, relative to others. */
  weight: number;
};

export const COMPANIES: Company[] = [
  { name: 'Heidkamp Antriebstechnik GmbH', domain: 'heidkamp-antriebe.example', industry: 'Manufacturing', country: 'DE', weight: 5 },
  { name: 'Kröger Metallbau GmbH & Co. KG', domain: 'kroeger-metallbau.example', industry: 'Manufacturing', country: 'DE', weight: 3 },
  { name: 'Stadtwerke Auental', domain: 'sw-auental.example', industry: 'Energy', country: 'DE', weight: 4 },
  { name: 'Klinikverbund Mulde', domain: 'kv-mulde.example', industry: 'Healthcare', country: 'DE', weight: 5 },
  { name: 'Lindenhof Apotheken', domain: 'lindenhof-apotheken.example', industry: 'Healthcare', country: 'DE', weight: 2 },
  { name: 'Hollenbeck Energie AG', domain: 'hollenbeck-energie.example', industry: 'Energy', country: 'DE', weight: 4 },
  { name: 'Vogt Naturkost GmbH', domain: 'vogt-naturkost.example', industry: 'Food and Beverage', country: 'DE', weight: 3 },
  { name: 'Dietrich Haustechnik', domain: 'dietrich-haustechnik.example', industry: 'Construction', country: 'DE', weight: 2 },
  { name: 'Aigner Frischelogistik GmbH', domain: 'aigner-frische.example', industry: 'Logistics', country: 'DE', weight: 4 },
  { name: 'Bergmann & Söhne Werkzeugbau', domain: 'bergmann-werkzeug.example', industry: 'Manufacturing', country: 'DE', weight: 3 },
  { name: 'Nordlicht Versicherung a. G.', domain: 'nordlicht-vers.example', industry: 'Financial Services', country: 'DE', weight: 4 },
  { name: 'Elbkontor Handels GmbH', domain: 'elbkontor.example', industry: 'Wholesale', country: 'DE', weight: 4 },
  { name: 'Sparkasse Wiesengrund', domain: 'spk-wiesengrund.example', industry: 'Financial Services', country: 'DE', weight: 3 },
  { name: 'Technische Hochschule Rabenstein', domain: 'th-rabenstein.example', industry: 'Education', country: 'DE', weight: 2 },
  { name: 'Landkreis Hohenbach', domain: 'landkreis-hohenbach.example', industry: 'Public Sector', country: 'DE', weight: 3 },
  { name: 'Kessler Medizintechnik SE', domain: 'kessler-med.example', industry: 'Healthcare', country: 'DE', weight: 4 },
  { name: 'Papierfabrik Salach', domain: 'papier-salach.example', industry: 'Manufacturing', country: 'DE', weight: 2 },
  { name: 'Brückner Anlagenbau AG', domain: 'brueckner-anlagen.example', industry: 'Manufacturing', country: 'DE', weight: 4 },
  { name: 'Wattwerk Solar GmbH', domain: 'wattwerk-solar.example', industry: 'Energy', country: 'DE', weight: 2 },
  { name: 'Studio Morgenrot', domain: 'studio-morgenrot.example', industry: 'Media', country: 'DE', weight: 2 },
  { name: 'Tannert Möbelwerke', domain: 'tannert-moebel.example', industry: 'Retail', country: 'DE', weight: 3 },
  { name: 'Rheinbogen Software GmbH', domain: 'rheinbogen.example', industry: 'Software', country: 'DE', weight: 4 },
  { name: 'Isarflug Bodendienste', domain: 'isarflug.example', industry: 'Transport', country: 'DE', weight: 2 },
  { name: 'Fuchs & Partner Steuerberatung', domain: 'fuchs-steuer.example', industry: 'Professional Services', country: 'DE', weight: 3 },
  { name: 'Domherr Verlag', domain: 'domherr-verlag.example', industry: 'Media', country: 'DE', weight: 1 },
  { name: 'Küstenwind Reederei', domain: 'kuestenwind.example', industry: 'Logistics', country: 'DE', weight: 3 },
  { name: 'Ökodruck Freital', domain: 'oekodruck-freital.example', industry: 'Media', country: 'DE', weight: 1 },
  { name: 'Schwarzwald Sensorik GmbH', domain: 'sw-sensorik.example', industry: 'Manufacturing', country: 'DE', weight: 4 },
  { name: 'Steininger Bau GmbH', domain: 'steininger-bau.example', industry: 'Construction', country: 'AT', weight: 3 },
  { name: 'Donauland Lebensmittel AG', domain: 'donauland-lm.example', industry: 'Food and Beverage', country: 'AT', weight: 3 },
  { name: 'Karwendel Bergbahnen', domain: 'karwendel-bahnen.example', industry: 'Transport', country: 'AT', weight: 1 },
  { name: 'Grazer Feinwerk', domain: 'grazer-feinwerk.example', industry: 'Manufacturing', country: 'AT', weight: 2 },
  { name: 'Seetal Brauerei AG', domain: 'seetal-brauerei.example', industry: 'Food and Beverage', country: 'CH', weight: 2 },
  { name: 'Limmat Treuhand', domain: 'limmat-treuhand.example', industry: 'Professional Services', country: 'CH', weight: 2 },
  { name: 'Albis Präzision AG', domain: 'albis-praezision.example', industry: 'Manufacturing', country: 'CH', weight: 2 },
  { name: 'Larkfield Insurance', domain: 'larkfield-insurance.example', industry: 'Financial Services', country: 'GB', weight: 4 },
  { name: 'Meridian Freight', domain: 'meridian-freight.example', industry: 'Logistics', country: 'GB', weight: 4 },
  { name: 'Orchard Street Software', domain: 'orchardstreet.example', industry: 'Software', country: 'GB', weight: 4 },
  { name: 'Penhaligon Ceramics', domain: 'penhaligon-ceramics.example', industry: 'Manufacturing', country: 'GB', weight: 2 },
  { name: 'Strathmore University Hospitals', domain: 'strathmore-hospitals.example', industry: 'Healthcare', country: 'GB', weight: 3 },
  { name: 'Thistle & Rowe Solicitors', domain: 'thistle-rowe.example', industry: 'Professional Services', country: 'GB', weight: 2 },
  { name: 'Greenwharf Housing', domain: 'greenwharf-housing.example', industry: 'Public Sector', country: 'GB', weight: 2 },
  { name: 'Liffey Data Works', domain: 'liffey-data.example', industry: 'Software', country: 'IE', weight: 3 },
  { name: 'Rosenfeld & Pike Engineering', domain: 'rosenfeld-pike.example', industry: 'Professional Services', country: 'US', weight: 3 },
  { name: 'Hudson Yard Media', domain: 'hudsonyard-media.example', industry: 'Media', country: 'US', weight: 2 },
  { name: 'Lakeshore Components Inc.', domain: 'lakeshore-components.example', industry: 'Manufacturing', country: 'US', weight: 3 },
  { name: 'Bluebonnet Health', domain: 'bluebonnet-health.example', industry: 'Healthcare', country: 'US', weight: 2 },
  { name: 'Pinecrest Consulting Group', domain: 'pinecrest-cg.example', industry: 'Professional Services', country: 'US', weight: 3 },
  { name: 'Waterlinie Groothandel B.V.', domain: 'waterlinie.example', industry: 'Wholesale', country: 'NL', weight: 3 },
  { name: 'Polderland Zuivel', domain: 'polderland-zuivel.example', industry: 'Food and Beverage', country: 'NL', weight: 2 },
  { name: 'Atelier Vosges SARL', domain: 'atelier-vosges.example', industry: 'Retail', country: 'FR', weight: 2 },
  { name: 'Transports Garonne', domain: 'transports-garonne.example', industry: 'Logistics', country: 'FR', weight: 2 },
  { name: 'Fjordhus Møbler', domain: 'fjordhus.example', industry: 'Retail', country: 'SE', weight: 2 },
  { name: 'Norrsken Kraft AB', domain: 'norrsken-kraft.example', industry: 'Energy', country: 'SE', weight: 2 },
  { name: 'Odra Systemy sp. z o.o.', domain: 'odra-systemy.example', industry: 'Software', country: 'PL', weight: 3 },
  { name: 'Wisła Meble S.A.', domain: 'wisla-meble.example', industry: 'Manufacturing', country: 'PL', weight: 2 },
  { name: 'Cantieri Adriatici', domain: 'cantieri-adriatici.example', industry: 'Construction', country: 'IT', weight: 2 },
  { name: 'Pastificio Colline', domain: 'pastificio-colline.example', industry: 'Food and Beverage', country: 'IT', weight: 2 },
];

/** Numbers that regulators keep free for films and books, where there are such; `##` becomes two digits. */
export const PHONES: Partial<Record<Company['country'], string[]>> = {
  DE: ['+49 30 23125 1##', '+49 40 66969 2##', '+49 69 90009 3##', '+49 89 99998 4##', '+49 221 4710 5##', '+49 171 39200 ##'],
  GB: ['+44 20 7946 01##', '+44 161 496 02##', '+44 7700 9003##'],
  IE: ['+353 20 911 01##'],
  US: ['+1 212 555 01##', '+1 312 555 01##', '+1 512 555 01##'],
  FR: ['+33 1 99 00 12 ##', '+33 6 39 98 45 ##'],
  SE: ['+46 8 465 004 ##', '+46 70 174 06 ##'],
};

export const POSITIONS: { en: string[]; de: string[] } = {
  en: [
    'Head of IT', 'IT Project Manager', 'Operations Manager', 'Managing Director', 'Finance Manager', 'Software Engineer', 'Data Analyst', 'Team Lead Logistics',
    'Purchasing Manager', 'HR Business Partner', 'Data Protection Officer', 'Product Owner', 'Controller', 'Production Planner', 'Chief Information Officer',
    'Quality Manager', 'Business Analyst', 'Platform Engineer', 'Marketing Manager', 'Sustainability Officer',
  ],
  de: [
    'IT-Leitung', 'Projektleitung IT', 'Betriebsleitung', 'Geschäftsführung', 'Leitung Finanzen', 'Softwareentwicklung', 'Datenanalyse', 'Teamleitung Logistik',
    'Einkauf', 'Personalreferat', 'Datenschutzbeauftragung', 'Product Owner', 'Controlling', 'Arbeitsvorbereitung', 'Leitung Digitalisierung',
    'Qualitätsmanagement', 'Organisationsentwicklung', 'Systemadministration', 'Marketing', 'Nachhaltigkeitsmanagement',
  ],
};
