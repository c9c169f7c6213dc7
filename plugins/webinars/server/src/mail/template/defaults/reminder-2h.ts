import type { Template } from './template';

export const reminder2h: Template = {
  en: {
    subject: 'Starting soon: {{ session.title }}',
    preheader:
      '{% if session.local %}{{ session.local.time }}{% else %}{{ session.time }}{% endif %}. One click and you are in.',
    body: `# We start soon

{{ recipient.firstName }}, it is nearly time for **{{ session.title }}**: {{ session.date }}, {{ session.time }}{% if session.local %} (your time: {{ session.local.time }}){% endif %}.

{% if links.join %}

[Join now]({{ links.join }} "button")

{% elsif session.meetingUrl %}

[Join now]({{ session.meetingUrl }} "button")

{% endif %}

{% if session.meetingPassword %}

Password, if you are asked for it: **{{ session.meetingPassword }}**

{% endif %}

{% if session.agenda.size %}

## What to expect

{% for item in session.agenda %}
- **{{ item.time }}** – {{ item.title }}
{% endfor %}

{% endif %}

## You cannot get in?

Reach us right away: **{{ brand.emergencyContact }}**

See you in a moment!

{% include 'signature' %}`,
  },
  de: {
    subject: 'Gleich geht es los: {{ session.title }}',
    preheader:
      '{% if session.local %}{{ session.local.time }}{% else %}{{ session.time }}{% endif %}. Ein Klick, und Sie sind dabei.',
    body: `# Gleich geht es los

Guten Tag {{ recipient.name }},

gleich beginnt **{{ session.title }}**: {{ session.date }}, {{ session.time }}{% if session.local %} (bei Ihnen: {{ session.local.time }}){% endif %}.

{% if links.join %}

[Jetzt teilnehmen]({{ links.join }} "button")

{% elsif session.meetingUrl %}

[Jetzt teilnehmen]({{ session.meetingUrl }} "button")

{% endif %}

{% if session.meetingPassword %}

Passwort, falls Sie danach gefragt werden: **{{ session.meetingPassword }}**

{% endif %}

{% if session.agenda.size %}

## Das erwartet Sie

{% for item in session.agenda %}
- **{{ item.time }}** – {{ item.title }}
{% endfor %}

{% endif %}

## Sie kommen nicht hinein?

Wir helfen sofort: **{{ brand.emergencyContact }}**

Bis gleich!

{% include 'signature' %}`,
  },
};
