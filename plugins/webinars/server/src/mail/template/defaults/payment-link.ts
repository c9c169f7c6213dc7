import type { Template } from './template';

export const paymentLink: Template = {
  en: {
    subject: 'Please complete your booking: {{ session.title }}',
    preheader:
      '{% if hold %}Your seat is held until {{ hold.expiresAt }}.{% else %}One step is left before your seat is confirmed.{% endif %}',
    body: `# Almost there, {{ recipient.firstName }}

Thank you for registering for **{{ session.title }}**. Your seat is confirmed as soon as your payment has arrived.

{% include 'payment' %}

## Your session

{% include 'session' %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Bitte schließen Sie Ihre Buchung ab: {{ session.title }}',
    preheader:
      '{% if hold %}Ihr Platz ist bis {{ hold.expiresAt }} reserviert.{% else %}Ein Schritt fehlt noch, dann ist Ihr Platz bestätigt.{% endif %}',
    body: `# Fast geschafft

Guten Tag {{ recipient.name }},

vielen Dank für Ihre Anmeldung zu **{{ session.title }}**. Ihr Platz ist bestätigt, sobald Ihre Zahlung eingegangen ist.

{% include 'payment' %}

## Ihre Veranstaltung

{% include 'session' %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
