import type { Template } from './template';

export const approved: Template = {
  en: {
    subject:
      '{% if hold %}Approved, one step left: {{ session.title }}{% else %}Your registration is approved: {{ session.title }}{% endif %}',
    preheader:
      '{% if hold %}We keep your seat until {{ hold.expiresAt }}.{% else %}{{ session.date }}, {{ session.time }}. Your seat is confirmed.{% endif %}',
    body: `# You are approved, {{ recipient.firstName }}!

{% if hold %}

We have approved your registration for **{{ session.title }}**. Your seat is confirmed as soon as your payment has arrived.

{% else %}

We have approved your registration for **{{ session.title }}**. Your seat is confirmed, and we look forward to meeting you.

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

The invitation also comes with this mail. Accept it, and your calendar follows if anything changes.

{% endunless %}

{% include 'preparation' %}

{% include 'agenda' %}

{% include 'checklist' %}

{% include 'contact' %}

{% include 'manage' %}

{% include 'sharing' %}

{% include 'signature' %}`,
  },
  de: {
    subject:
      '{% if hold %}Angenommen, ein Schritt fehlt noch: {{ session.title }}{% else %}Ihre Anmeldung ist angenommen: {{ session.title }}{% endif %}',
    preheader:
      '{% if hold %}Wir halten Ihren Platz bis {{ hold.expiresAt }} frei.{% else %}{{ session.date }}, {{ session.time }}. Ihr Platz ist bestätigt.{% endif %}',
    body: `# Ihre Anmeldung ist angenommen

Guten Tag {{ recipient.name }},

{% if hold %}

wir haben Ihre Anmeldung zu **{{ session.title }}** gern angenommen. Ihr Platz ist bestätigt, sobald Ihre Zahlung eingegangen ist.

{% else %}

wir haben Ihre Anmeldung zu **{{ session.title }}** gern angenommen. Ihr Platz ist bestätigt, und wir freuen uns auf Sie.

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

Die Einladung liegt dieser Mail auch bei. Nehmen Sie sie an, dann folgt Ihr Kalender, falls sich etwas ändert.

{% endunless %}

{% include 'preparation' %}

{% include 'agenda' %}

{% include 'checklist' %}

{% include 'contact' %}

{% include 'manage' %}

{% include 'sharing' %}

{% include 'signature' %}`,
  },
};
