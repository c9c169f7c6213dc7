import type { Template } from './template';

export const staffMessage: Template = {
  en: {
    subject: '{{ message.subject | default: session.title }}',
    preheader: 'A message about {{ session.title }} on {{ session.date }}.',
    body: `Hello {{ recipient.firstName }},

{% if message %}

{{ message.body | paragraphs }}

{% endif %}

This is about **{{ session.title }}** on {{ session.date }}, {{ session.time }}.

{% include 'signature' %}`,
  },
  de: {
    subject: '{{ message.subject | default: session.title }}',
    preheader: 'Eine Nachricht zu {{ session.title }} am {{ session.date }}.',
    body: `Guten Tag {{ recipient.name }},

{% if message %}

{{ message.body | paragraphs }}

{% endif %}

Es geht um **{{ session.title }}** am {{ session.date }}, {{ session.time }}.

{% include 'signature' %}`,
  },
};
