import type { Template } from './template';

export const reminder7d: Template = {
  en: {
    subject: 'Coming up on {{ session.date }}: {{ session.title }}',
    preheader: '{{ session.date }}, {{ session.time }}. Agenda, materials and a short technical checklist.',
    body: `# We look forward to seeing you, {{ recipient.firstName }}

**{{ session.title }}** is coming up. Here is everything for a good start.

## Your session

{% include 'session' %}

{% include 'agenda' %}

{% include 'preparation' %}

{% include 'calendar' %}

{% include 'checklist' %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Bald ist es so weit: {{ session.title }} am {{ session.date }}',
    preheader: '{{ session.date }}, {{ session.time }}. Ablauf, Unterlagen und eine kurze Technik-Checkliste.',
    body: `# Wir freuen uns auf Sie

Guten Tag {{ recipient.name }},

bald ist es so weit: **{{ session.title }}**. Hier ist alles für einen guten Start.

## Ihre Veranstaltung

{% include 'session' %}

{% include 'agenda' %}

{% include 'preparation' %}

{% include 'calendar' %}

{% include 'checklist' %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
