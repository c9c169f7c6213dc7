import type { Template } from './template';

export const newRegistrations: Template = {
  en: {
    subject:
      '{{ report.registrations }} new {% if report.registrations == 1 %}registration{% else %}registrations{% endif %}',
    preheader: 'From {{ report.from }} until {{ report.until }}.',
    body: `# New registrations

Hello {{ recipient.firstName }}, from {{ report.from }} until {{ report.until }} there were **{{ report.registrations }}** new registrations.

{% if report.cancelled %}

{{ report.cancelled }} were cancelled in the same time.

{% endif %}

{% if report.sessions.size %}

| Session | New | Seats taken | Waiting |
|---|---|---|---|
{% for session in report.sessions %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.fresh }} | {{ session.taken }}{% if session.capacity %} of {{ session.capacity }}{% endif %} | {{ session.waiting }} |
{% endfor %}

{% if report.more %}

And {{ report.more }} more sessions.

{% endif %}

{% endif %}

{% if links.admin %}

[Open the programme]({{ links.admin }} "button")

{% endif %}

{% include 'signature' %}`,
  },
  de: {
    subject:
      '{{ report.registrations }} neue {% if report.registrations == 1 %}Anmeldung{% else %}Anmeldungen{% endif %}',
    preheader: 'Von {{ report.from }} bis {{ report.until }}.',
    body: `# Neue Anmeldungen

Guten Tag {{ recipient.name }},

von {{ report.from }} bis {{ report.until }} gab es **{{ report.registrations }}** neue Anmeldungen.

{% if report.cancelled %}

In derselben Zeit wurden {{ report.cancelled }} storniert.

{% endif %}

{% if report.sessions.size %}

| Veranstaltung | Neu | Belegte Plätze | Warteliste |
|---|---|---|---|
{% for session in report.sessions %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.fresh }} | {{ session.taken }}{% if session.capacity %} von {{ session.capacity }}{% endif %} | {{ session.waiting }} |
{% endfor %}

{% if report.more %}

Und {{ report.more }} weitere Veranstaltungen.

{% endif %}

{% endif %}

{% if links.admin %}

[Programm öffnen]({{ links.admin }} "button")

{% endif %}

{% include 'signature' %}`,
  },
};
