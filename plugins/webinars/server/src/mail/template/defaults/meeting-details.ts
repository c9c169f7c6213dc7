import type { Template } from './template';

export const meetingDetails: Template = {
  en: {
    subject: 'How you get in: {{ session.title }}, {{ session.date }}',
    preheader: '{{ session.date }}, {{ session.time }}. Your link and all you need.',
    body: `# How you get in

{{ recipient.firstName }}, here is once more everything you need for **{{ session.title }}**.

## When

{% include 'session' %}

{% include 'meeting' %}

{% if session.testUrl %}

[Test your sound and connection]({{ session.testUrl }})

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'So kommen Sie hinein: {{ session.title }}, {{ session.date }}',
    preheader: '{{ session.date }}, {{ session.time }}. Ihr Link und alles, was Sie brauchen.',
    body: `# So kommen Sie hinein

Guten Tag {{ recipient.name }},

hier ist noch einmal alles, was Sie für **{{ session.title }}** brauchen.

## Wann

{% include 'session' %}

{% include 'meeting' %}

{% if session.testUrl %}

[Ton und Verbindung testen]({{ session.testUrl }})

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
