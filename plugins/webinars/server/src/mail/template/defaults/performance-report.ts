import type { Template } from './template';

export const performanceReport: Template = {
  en: {
    subject:
      'The week in figures: {{ report.registrations }} {% if report.registrations == 1 %}registration{% else %}registrations{% endif %}',
    preheader: '{{ report.from }} to {{ report.until }}.',
    body: `# The week in figures

Hello {{ recipient.firstName }}, this is what the programme came to from {{ report.from }} to {{ report.until }}.

| | |
|---|---|
| New registrations | **{{ report.registrations }}** (the week before: {{ report.registrationsBefore }}) |
| Cancelled | {{ report.cancelled }} |
{% for amount in report.revenue %}
| Received | {{ amount }} |
{% endfor %}

{% if report.held.size %}

## What took place

| Session | Attended | Rating |
|---|---|---|
{% for session in report.held %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.attended }} of {{ session.taken }} | {{ session.rating | default: '–' }} |
{% endfor %}

{% endif %}

{% if report.sessions.size %}

## Most asked for

| Session | New | Seats taken | Waiting |
|---|---|---|---|
{% for session in report.sessions limit: 10 %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.fresh }} | {{ session.taken }}{% if session.capacity %} of {{ session.capacity }}{% endif %} | {{ session.waiting }} |
{% endfor %}

{% endif %}

{% if report.ahead.size %}

## The next seven days

| Session | Seats taken | Waiting |
|---|---|---|
{% for session in report.ahead %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.taken }}{% if session.capacity %} of {{ session.capacity }}{% endif %} | {{ session.waiting }} |
{% endfor %}

{% endif %}

{% if links.admin %}

[Open the programme]({{ links.admin }} "button")

{% endif %}

{% include 'signature' %}`,
  },
  de: {
    subject:
      'Die Woche in Zahlen: {{ report.registrations }} {% if report.registrations == 1 %}Anmeldung{% else %}Anmeldungen{% endif %}',
    preheader: '{{ report.from }} bis {{ report.until }}.',
    body: `# Die Woche in Zahlen

Guten Tag {{ recipient.name }},

das kam vom {{ report.from }} bis zum {{ report.until }} zusammen.

| | |
|---|---|
| Neue Anmeldungen | **{{ report.registrations }}** (in der Woche davor: {{ report.registrationsBefore }}) |
| Storniert | {{ report.cancelled }} |
{% for amount in report.revenue %}
| Eingegangen | {{ amount }} |
{% endfor %}

{% if report.held.size %}

## Was stattfand

| Veranstaltung | Teilgenommen | Bewertung |
|---|---|---|
{% for session in report.held %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.attended }} von {{ session.taken }} | {{ session.rating | default: '–' }} |
{% endfor %}

{% endif %}

{% if report.sessions.size %}

## Am meisten gefragt

| Veranstaltung | Neu | Belegte Plätze | Warteliste |
|---|---|---|---|
{% for session in report.sessions limit: 10 %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.fresh }} | {{ session.taken }}{% if session.capacity %} von {{ session.capacity }}{% endif %} | {{ session.waiting }} |
{% endfor %}

{% endif %}

{% if report.ahead.size %}

## Die nächsten sieben Tage

| Veranstaltung | Belegte Plätze | Warteliste |
|---|---|---|
{% for session in report.ahead %}
| [{{ session.title }}]({{ session.link }}), {{ session.date }} | {{ session.taken }}{% if session.capacity %} von {{ session.capacity }}{% endif %} | {{ session.waiting }} |
{% endfor %}

{% endif %}

{% if links.admin %}

[Programm öffnen]({{ links.admin }} "button")

{% endif %}

{% include 'signature' %}`,
  },
};
