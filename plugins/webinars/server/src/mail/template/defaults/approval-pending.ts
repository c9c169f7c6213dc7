import type { Template } from './template';

export const approvalPending: Template = {
  en: {
    subject: 'We have received your registration: {{ session.title }}',
    preheader: 'We look at each registration ourselves and will write to you soon.',
    body: `# Thank you, {{ recipient.firstName }}

We have received your registration for **{{ session.title }}**. For this session we look at each registration ourselves, so your seat is not confirmed yet.

You need not do anything. We will write to you as soon as we have decided.

{% if registration %}

Your reference: **{{ registration.reference }}**

{% endif %}

## The session

{% include 'session' %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Wir haben Ihre Anmeldung erhalten: {{ session.title }}',
    preheader: 'Wir sehen jede Anmeldung persönlich durch und schreiben Ihnen bald.',
    body: `# Vielen Dank für Ihre Anmeldung

Guten Tag {{ recipient.name }},

Ihre Anmeldung zu **{{ session.title }}** ist bei uns eingegangen. Für diese Veranstaltung sehen wir jede Anmeldung persönlich durch; Ihr Platz ist deshalb noch nicht bestätigt.

Sie brauchen nichts zu tun. Wir schreiben Ihnen, sobald wir entschieden haben.

{% if registration %}

Ihre Referenz: **{{ registration.reference }}**

{% endif %}

## Die Veranstaltung

{% include 'session' %}

{% include 'manage' %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
