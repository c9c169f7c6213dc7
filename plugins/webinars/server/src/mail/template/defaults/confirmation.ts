import type { Template } from './template';

export const confirmation: Template = {
  en: {
    subject: 'Your seat is confirmed: {{ session.title }}',
    preheader: '{{ session.date }}, {{ session.time }}. Everything you need is in this mail.',
    body: `# Welcome, {{ recipient.firstName }}!

Your seat is confirmed. We are delighted to have you at **{{ session.title }}** and look forward to meeting you.

{% if registration %}

Your reference: **{{ registration.reference }}**

{% endif %}

## Your session

{% include 'session' %}

{% include 'meeting' %}

{% include 'calendar' %}

The invitation also comes with this mail. Accept it, and your calendar follows if anything changes.

{% include 'preparation' %}

{% include 'agenda' %}

{% include 'checklist' %}

{% include 'contact' %}

{% include 'manage' %}

{% include 'sharing' %}

We look forward to seeing you!

{% include 'signature' %}`,
  },
  de: {
    subject: 'Ihr Platz ist bestätigt: {{ session.title }}',
    preheader: '{{ session.date }}, {{ session.time }}. Alles Wichtige steht in dieser Mail.',
    body: `# Herzlich willkommen, {{ recipient.name }}!

Ihr Platz ist bestätigt. Wir freuen uns sehr, dass Sie bei **{{ session.title }}** dabei sind.

{% if registration %}

Ihre Referenz: **{{ registration.reference }}**

{% endif %}

## Ihre Veranstaltung

{% include 'session' %}

{% include 'meeting' %}

{% include 'calendar' %}

Die Einladung liegt dieser Mail auch bei. Nehmen Sie sie an, dann folgt Ihr Kalender, falls sich etwas ändert.

{% include 'preparation' %}

{% include 'agenda' %}

{% include 'checklist' %}

{% include 'contact' %}

{% include 'manage' %}

{% include 'sharing' %}

Bis bald – wir freuen uns auf Sie!

{% include 'signature' %}`,
  },
};
