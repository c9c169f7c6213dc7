import type { Template } from './template';

export const refund: Template = {
  en: {
    subject: 'Your refund: {{ session.title }}',
    preheader:
      '{% if refund %}{{ refund.amount }} is on its way to you.{% else %}Your money is on its way to you.{% endif %}',
    body: `# Your refund is on its way

Hello {{ recipient.firstName }},

{% if refund %}

we have refunded **{{ refund.amount }}** for **{{ session.title }}** on {{ session.date }}.

{% else %}

we have refunded your payment for **{{ session.title }}** on {{ session.date }}.

{% endif %}

The money goes back the way you paid. Depending on your bank this takes five to ten days; you need not do anything.

{% if registration %}

Your reference: **{{ registration.reference }}**

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Ihre Erstattung: {{ session.title }}',
    preheader:
      '{% if refund %}{{ refund.amount }} sind auf dem Weg zu Ihnen.{% else %}Ihr Geld ist auf dem Weg zu Ihnen.{% endif %}',
    body: `# Ihre Erstattung ist unterwegs

Guten Tag {{ recipient.name }},

{% if refund %}

wir haben Ihnen **{{ refund.amount }}** für **{{ session.title }}** am {{ session.date }} erstattet.

{% else %}

wir haben Ihnen die Zahlung für **{{ session.title }}** am {{ session.date }} erstattet.

{% endif %}

Das Geld kommt auf dem Weg zurück, auf dem Sie bezahlt haben. Je nach Bank dauert das fünf bis zehn Tage; Sie brauchen nichts zu tun.

{% if registration %}

Ihre Referenz: **{{ registration.reference }}**

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
