import type { Bilingual } from './speakers';

/** What attendees write after a session, by stars. `{speaker}` is the speaker's first name and surname. */
export const FEEDBACK: Record<1 | 2 | 3 | 4 | 5, Bilingual<string[]>> = {
  5: {
    en: [
      'One of the best webinars I have attended this year. Clear, concrete, no padding.',
      '{speaker} answered every question with an example from practice. Excellent.',
      'Perfect length, excellent moderation, and material I can use tomorrow.',
      'I have already recommended the next date to two colleagues.',
      'Thank you for not selling anything. That is why I will come back.',
      'Well prepared and very human. The hour flew by.',
      'Exactly the level I needed. The hand-outs are outstanding.',
      'Great mixture of theory and practice; the questions at the end were the best part.',
    ],
    de: [
      'Eines der besten Webinare in diesem Jahr. Klar, konkret, ohne Füllmaterial.',
      '{speaker} hat jede Frage mit einem Beispiel aus der Praxis beantwortet. Hervorragend.',
      'Genau die richtige Länge, sehr gute Moderation und Unterlagen, die ich morgen verwenden kann.',
      'Den nächsten Termin habe ich schon zwei Kolleginnen empfohlen.',
      'Danke, dass nichts verkauft wurde. Genau deshalb komme ich wieder.',
      'Bestens vorbereitet und sehr menschlich. Die Stunde verging wie im Flug.',
      'Genau mein Niveau. Die Unterlagen sind ausgezeichnet.',
      'Sehr gute Mischung aus Theorie und Praxis; die Fragerunde war das Beste.',
    ],
  },
  4: {
    en: [
      'Very useful. I would have liked a little more time for questions.',
      'Good content, good pace. The sound was a bit quiet at the beginning.',
      'Solid and practical. Some slides were rather full.',
      'Helpful examples; a second part for advanced users would be welcome.',
      'I took three things away, which is three more than usual.',
      'Good overview. The link to the templates came late, but it came.',
    ],
    de: [
      'Sehr hilfreich. Etwas mehr Zeit für Fragen wäre schön gewesen.',
      'Gute Inhalte, gutes Tempo. Der Ton war am Anfang etwas leise.',
      'Solide und praxisnah. Einige Folien waren recht voll.',
      'Gute Beispiele; ein zweiter Teil für Fortgeschrittene wäre willkommen.',
      'Drei Dinge mitgenommen – das sind drei mehr als sonst.',
      'Guter Überblick. Der Link zu den Vorlagen kam spät, aber er kam.',
    ],
  },
  3: {
    en: [
      'Fine as an introduction; I had hoped for more depth.',
      'Interesting topic, but the example did not fit our industry.',
      'Too much in too little time. The recording helps.',
      'The first half was strong, the second half rushed.',
    ],
    de: [
      'Als Einstieg in Ordnung, ich hatte mir mehr Tiefe erhofft.',
      'Interessantes Thema, aber das Beispiel passte nicht zu unserer Branche.',
      'Zu viel Stoff in zu wenig Zeit. Die Aufzeichnung hilft.',
      'Die erste Hälfte war stark, die zweite gehetzt.',
    ],
  },
  2: {
    en: [
      'The connection dropped twice and I lost the thread.',
      'The description promised hands-on work; it was mostly a talk.',
    ],
    de: [
      'Die Verbindung brach zweimal ab, danach war der Faden weg.',
      'Angekündigt war Praxis, gekommen ist überwiegend Vortrag.',
    ],
  },
  1: {
    en: ['I could not get in for the first twenty minutes and nobody answered in the chat.'],
    de: ['Die ersten zwanzig Minuten kam ich nicht hinein, und im Chat antwortete niemand.'],
  },
};

/** What registrants want to have learned, whatever the topic. */
export const HOPES: Bilingual<string[]> = {
  en: [
    'A realistic first step that we can take within a month',
    'Arguments for the discussion with our management',
    'An outside view of what we have planned',
    'To know what we can safely ignore',
    'Practical examples from companies of our size',
    'To prepare a decision that is due this quarter',
  ],
  de: [
    'Einen realistischen ersten Schritt, den wir innerhalb eines Monats gehen können',
    'Argumente für das Gespräch mit unserer Geschäftsleitung',
    'Einen Blick von außen auf das, was wir planen',
    'Wissen, was wir getrost weglassen können',
    'Praxisbeispiele aus Unternehmen unserer Größe',
    'Eine Entscheidung vorbereiten, die in diesem Quartal ansteht',
  ],
};

export const ACCESSIBILITY: Bilingual<string[]> = {
  en: [
    'Live captions, please. I am hard of hearing.',
    'I use a screen reader; please send the slides beforehand.',
    'High-contrast slides would help me.',
    'I cannot use a camera.',
  ],
  de: [
    'Bitte mit Live-Untertiteln, ich bin schwerhörig.',
    'Ich arbeite mit einem Screenreader; bitte schicken Sie die Folien vorab.',
    'Kontrastreiche Folien würden mir helfen.',
    'Ich kann keine Kamera verwenden.',
  ],
};

export const REQUESTS: Bilingual<string[]> = {
  en: [
    'I have to leave ten minutes early.',
    'Please issue the invoice with our order number MX-2207.',
    'Two of us will watch on one screen.',
    'I would need a certificate of attendance for our training records.',
  ],
  de: [
    'Ich muss zehn Minuten früher gehen.',
    'Bitte unsere Bestellnummer MX-2207 auf die Rechnung setzen.',
    'Wir schauen zu zweit an einem Bildschirm zu.',
    'Ich bräuchte eine Teilnahmebescheinigung für die Weiterbildungsakte.',
  ],
};

/** What the office notes about a registration. Staff write German here. */
export const OFFICE_NOTES: string[] = [
  'Hat telefonisch nach einem Inhouse-Termin gefragt. Angebot bis Monatsende.',
  'Rechnung an abweichende Anschrift, siehe E-Mail.',
  'Stammgast, bereits drei Veranstaltungen.',
  'Möchte nach der Veranstaltung mit der Referentin sprechen.',
  'Asked for a call about a pilot project; passed on to sales.',
];

/** Posts that editors prepared. `{title}`, `{speaker}` and `{when}` are filled in. */
export const SOCIAL_COPY: Bilingual<string[]> = {
  en: [
    '{title}: live with {speaker} on {when}. Bring your hardest question.',
    'On {when}, {speaker} opens the toolbox: {title}. Register while there are seats.',
    'What would you ask {speaker}? {title}, {when}.',
  ],
  de: [
    '{title}: live mit {speaker} am {when}. Bringen Sie Ihre schwierigste Frage mit.',
    'Am {when} öffnet {speaker} den Werkzeugkasten: {title}. Jetzt Platz sichern.',
    'Was würden Sie {speaker} fragen? {title}, am {when}.',
  ],
};
