import type { Template } from './template';

export const promoted: Template = {
  en: {
    subject:
      '{% if hold %}A seat is free for you: {{ session.title }}{% else %}You have a seat: {{ session.title }}{% endif %}',
    preheader:
      '{% if hold %}We keep it until {{ hold.expiresAt }}.{% else %}{{ session.date }}, {{ session.time }}. You have moved up from the waitlist.{% endif %}',
    body: `# Good news, {{ recipient.firstName }}: a seat is free

{% if hold %}

You have moved up from the waitlist of **{{ session.title }}**, and a seat is waiting for you.

{% else %}

You have moved up from the waitlist of **{{ session.title }}**. Your seat is confirmed.

{% endif %}

{% if registration %}

Your reference: **{{ registration.reference }}**

{% endif %}

{% include 'payment' %}

## Your session

{% include 'session' %}

{% unless hold %}

{% include 'meeting' %}

{% include 'calendar' %}

{% include 'preparation' %}

{% include 'checklist' %}

{% endunless %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject:
      '{% if hold %}Ein Platz ist für Sie frei: {{ session.title }}{% else %}Sie haben einen Platz: {{ session.title }}{% endif %}',
    preheader:
      '{% if hold %}Wir halten ihn bis {{ hold.expiresAt }} frei.{% else %}{{ session.date }}, {{ session.time }}. Sie sind von der Warteliste nachgerückt.{% endif %}',
    body: `# Gute Nachricht: Ein Platz ist frei

Guten Tag {{ recipient.name }},

{% if hold %}

Sie sind von der Warteliste für **{{ session.title }}** nachgerückt. Ein Platz wartet auf Sie.

{% else %}

Sie sind von der Warteliste für **{{ session.title }}** nachgerückt. Ihr Platz ist bestätigt.

{% endif %}

{% if registration %}

Ihre Referenz: **{{ registration.reference }}**

{% endif %}

{% include 'payment' %}

## Ihre Veranstaltung

{% include 'session' %}

{% unless hold %}

{% include 'meeting' %}

{% include 'calendar' %}

{% include 'preparation' %}

{% include 'checklist' %}

{% endunless %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
