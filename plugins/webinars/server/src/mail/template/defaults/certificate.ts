import type { Template } from './template';

export const certificate: Template = {
  en: {
    subject: 'Your certificate: {{ session.title }}',
    preheader: 'Proof of your attendance on {{ session.date }}.',
    body: `# Your certificate of attendance

Congratulations, {{ recipient.firstName }}! You took part in **{{ session.title }}** on {{ session.date }}, and here is the proof.

{% if links.certificate %}

[Download your certificate]({{ links.certificate }} "button")

{% endif %}

| | |
|---|---|
| Name | {{ recipient.name }} |
| Webinar | {{ session.title }} |
| Date | {{ session.date }} |
| Duration | {{ session.duration }} minutes |
{% if registration %}
| Reference | {{ registration.reference }} |
{% endif %}

Is your name misspelt? Answer this mail, and we will write a new one.

{% include 'signature' %}`,
  },
  de: {
    subject: 'Ihre Teilnahmebescheinigung: {{ session.title }}',
    preheader: 'Der Nachweis Ihrer Teilnahme am {{ session.date }}.',
    body: `# Ihre Teilnahmebescheinigung

Guten Tag {{ recipient.name }},

herzlichen Glückwunsch! Sie haben am {{ session.date }} an **{{ session.title }}** teilgenommen, und hier ist der Nachweis.

{% if links.certificate %}

[Bescheinigung herunterladen]({{ links.certificate }} "button")

{% endif %}

| | |
|---|---|
| Name | {{ recipient.name }} |
| Webinar | {{ session.title }} |
| Datum | {{ session.date }} |
| Dauer | {{ session.duration }} Minuten |
{% if registration %}
| Referenz | {{ registration.reference }} |
{% endif %}

Ist Ihr Name falsch geschrieben? Antworten Sie auf diese Mail, und wir stellen eine neue Bescheinigung aus.

{% include 'signature' %}`,
  },
};
