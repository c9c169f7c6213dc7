import type { Template } from './template';

export const reminder7d: Template = {
  en: {
    subject: 'In one week: {{ session.title }}',
    preheader: '{{ session.date }}, {{ session.time }}. Agenda, materials and a short technical checklist.',
    body: `# One week to go, {{ recipient.firstName }}

In a week we meet at **{{ session.title }}**. Here is everything for a good start.

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
    subject: 'In einer Woche: {{ session.title }}',
    preheader: '{{ session.date }}, {{ session.time }}. Ablauf, Unterlagen und eine kurze Technik-Checkliste.',
    body: `# Noch eine Woche

Guten Tag {{ recipient.name }},

in einer Woche sehen wir uns bei **{{ session.title }}**. Hier ist alles für einen guten Start.

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
