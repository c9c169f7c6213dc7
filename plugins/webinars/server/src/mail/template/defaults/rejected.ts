import type { Template } from './template';

export const rejected: Template = {
  en: {
    subject: 'About your registration: {{ session.title }}',
    preheader: 'We cannot offer you a seat in this session.',
    body: `# About your registration

Hello {{ recipient.firstName }},

thank you for your interest in **{{ session.title }}** on {{ session.date }}. We are sorry that we cannot offer you a seat this time.

{% if reason %}

> {{ reason }}

{% endif %}

You have paid nothing, and there is nothing to do. Other sessions of our programme may suit you just as well:

[See our webinars]({{ brand.website }} "button")

If you think that this is a mistake, please write to us.

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Zu Ihrer Anmeldung: {{ session.title }}',
    preheader: 'Wir können Ihnen in dieser Veranstaltung leider keinen Platz anbieten.',
    body: `# Zu Ihrer Anmeldung

Guten Tag {{ recipient.name }},

vielen Dank für Ihr Interesse an **{{ session.title }}** am {{ session.date }}. Leider können wir Ihnen diesmal keinen Platz anbieten.

{% if reason %}

> {{ reason }}

{% endif %}

Sie haben nichts bezahlt und brauchen nichts zu tun. Vielleicht passt eine andere Veranstaltung aus unserem Programm ebenso gut:

[Unsere Webinare ansehen]({{ brand.website }} "button")

Falls Sie dies für ein Versehen halten, schreiben Sie uns bitte.

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
