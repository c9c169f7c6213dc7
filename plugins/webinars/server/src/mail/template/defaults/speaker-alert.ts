import type { Template } from './template';

export const speakerAlert: Template = {
  en: {
    subject: 'Your session on {{ session.date }}: {{ session.title }}',
    preheader:
      '{% if audience %}{{ audience.registered }} people have registered. {% endif %}Who they are, what they ask, and what you need.',
    body: `# Your session is near, {{ recipient.firstName }}

Thank you for speaking at **{{ session.title }}**. The session is confirmed. Here is who is coming and what you need.

## Your session

{% include 'session' %}

{% include 'audience' %}

{% include 'setup' %}

{% include 'agenda' %}

## If something goes wrong

Please tell us at once if you cannot come or run late: [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}){% if brand.supportPhone %} or {{ brand.supportPhone }}{% endif %}. In the last two hours: **{{ brand.emergencyContact }}**.

{% include 'signature' %}`,
  },
  de: {
    subject: 'Ihre Veranstaltung am {{ session.date }}: {{ session.title }}',
    preheader:
      '{% if audience %}{{ audience.registered }} Personen sind angemeldet. {% endif %}Wer sie sind, was sie fragen und was Sie brauchen.',
    body: `# Ihre Veranstaltung steht bevor

Guten Tag {{ recipient.name }},

vielen Dank, dass Sie bei **{{ session.title }}** sprechen. Die Veranstaltung findet statt. Hier lesen Sie, wer kommt und was Sie brauchen.

## Ihre Veranstaltung

{% include 'session' %}

{% include 'audience' %}

{% include 'setup' %}

{% include 'agenda' %}

## Wenn etwas dazwischenkommt

Bitte sagen Sie uns sofort Bescheid, wenn Sie verhindert sind oder sich verspäten: [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}){% if brand.supportPhone %} oder {{ brand.supportPhone }}{% endif %}. In den letzten zwei Stunden: **{{ brand.emergencyContact }}**.

{% include 'signature' %}`,
  },
};
