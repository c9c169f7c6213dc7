import type { Template } from './template';

export const sessionMoved: Template = {
  en: {
    subject: 'New date: {{ session.title }}',
    preheader: 'Now on {{ session.date }}, {{ session.time }}. Your seat stays yours.',
    body: `# A new date for your session

Hello {{ recipient.firstName }},

**{{ session.title }}** takes place at another time. Your seat stays yours; you need not register again.

{% if before %}

| | |
|---|---|
| Before | {{ before.date }}, {{ before.time }} ({{ before.timezone }}) |
| **Now** | **{{ session.date }}, {{ session.time }}** ({{ session.timezone }}) |
{% if session.local %}
| **Your time** | **{{ session.local.date }}, {{ session.local.time }}** ({{ session.local.timezone }}) |
{% endif %}

{% endif %}

The new invitation comes with this mail and replaces the old one in your calendar.

## All details

{% include 'session' %}

{% include 'meeting' %}

{% include 'calendar' %}

{% if links.manage %}

## It no longer suits you?

We are sorry. You can [give your seat back]({{ links.manage }}) at any time.

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Neuer Termin: {{ session.title }}',
    preheader: 'Jetzt am {{ session.date }}, {{ session.time }}. Ihr Platz bleibt Ihnen erhalten.',
    body: `# Ihre Veranstaltung hat einen neuen Termin

Guten Tag {{ recipient.name }},

**{{ session.title }}** findet zu einer anderen Zeit statt. Ihr Platz bleibt Ihnen erhalten; Sie brauchen sich nicht neu anzumelden.

{% if before %}

| | |
|---|---|
| Bisher | {{ before.date }}, {{ before.time }} ({{ before.timezone }}) |
| **Neu** | **{{ session.date }}, {{ session.time }}** ({{ session.timezone }}) |
{% if session.local %}
| **Bei Ihnen** | **{{ session.local.date }}, {{ session.local.time }}** ({{ session.local.timezone }}) |
{% endif %}

{% endif %}

Die neue Einladung liegt dieser Mail bei und ersetzt die alte in Ihrem Kalender.

## Alle Angaben

{% include 'session' %}

{% include 'meeting' %}

{% include 'calendar' %}

{% if links.manage %}

## Der Termin passt nicht mehr?

Das tut uns leid. Sie können [Ihren Platz jederzeit zurückgeben]({{ links.manage }}).

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
