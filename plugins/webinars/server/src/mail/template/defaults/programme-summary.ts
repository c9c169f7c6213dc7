import type { Template } from './template';

export const programmeSummary: Template = {
  en: {
    subject: 'Where it stands: {{ session.title }}{% if audience %} – {{ audience.registered }} registered{% endif %}',
    preheader:
      '{% if audience %}{{ audience.registered }} registered{% if audience.waiting %}, {{ audience.waiting }} waiting{% endif %}. {% endif %}{{ session.date }}, {{ session.time }}.',
    body: `# {{ session.title }}: where it stands

Hello {{ recipient.firstName }}, this session takes place on {{ session.date }}. This is the state of things.

{% if links.admin %}

[Open the session in the admin]({{ links.admin }} "button")

{% endif %}

## The session

{% include 'session' %}

{% include 'audience' %}

{% if audience.revenue %}

## Revenue

Received so far: **{{ audience.revenue }}**

{% endif %}

{% if audience.sources.size %}

## Where registrations come from

| Source | Registrations |
|---|---|
{% for source in audience.sources %}
| {{ source.name }} | {{ source.count }} |
{% endfor %}

{% endif %}

{% if audience.perDay.size %}

## Registrations per day

| Day | Registrations |
|---|---|
{% for day in audience.perDay %}
| {{ day.day }} | {{ day.count }} |
{% endfor %}

{% endif %}

{% if audience.attendees.size %}

## Attendees

| Name | Company and position | State |
|---|---|---|
{% for attendee in audience.attendees limit: 100 %}
| {{ attendee.name }} | {{ attendee.company }}{% if attendee.position %}, {{ attendee.position }}{% endif %} | {{ attendee.state }}, {{ attendee.registeredAt }} |
{% endfor %}

{% if audience.attendees.size > 100 %}

These are the first 100 of {{ audience.attendees.size }}. The whole list is in the admin.

{% endif %}

{% endif %}

{% include 'setup' %}

{% include 'agenda' %}

{% include 'signature' %}`,
  },
  de: {
    subject:
      'Der Stand der Dinge: {{ session.title }}{% if audience %} – {{ audience.registered }} Anmeldungen{% endif %}',
    preheader:
      '{% if audience %}{{ audience.registered }} angemeldet{% if audience.waiting %}, {{ audience.waiting }} auf der Warteliste{% endif %}. {% endif %}{{ session.date }}, {{ session.time }}.',
    body: `# {{ session.title }}: der Stand der Dinge

Guten Tag {{ recipient.name }},

am {{ session.date }} findet diese Veranstaltung statt. So steht es um sie.

{% if links.admin %}

[Veranstaltung in der Verwaltung öffnen]({{ links.admin }} "button")

{% endif %}

## Die Veranstaltung

{% include 'session' %}

{% include 'audience' %}

{% if audience.revenue %}

## Einnahmen

Bisher eingegangen: **{{ audience.revenue }}**

{% endif %}

{% if audience.sources.size %}

## Woher die Anmeldungen kommen

| Quelle | Anmeldungen |
|---|---|
{% for source in audience.sources %}
| {{ source.name }} | {{ source.count }} |
{% endfor %}

{% endif %}

{% if audience.perDay.size %}

## Anmeldungen pro Tag

| Tag | Anmeldungen |
|---|---|
{% for day in audience.perDay %}
| {{ day.day }} | {{ day.count }} |
{% endfor %}

{% endif %}

{% if audience.attendees.size %}

## Teilnehmende

| Name | Unternehmen und Position | Stand |
|---|---|---|
{% for attendee in audience.attendees limit: 100 %}
| {{ attendee.name }} | {{ attendee.company }}{% if attendee.position %}, {{ attendee.position }}{% endif %} | {{ attendee.state }}, {{ attendee.registeredAt }} |
{% endfor %}

{% if audience.attendees.size > 100 %}

Dies sind die ersten 100 von {{ audience.attendees.size }}. Die ganze Liste steht in der Verwaltung.

{% endif %}

{% endif %}

{% include 'setup' %}

{% include 'agenda' %}

{% include 'signature' %}`,
  },
};
