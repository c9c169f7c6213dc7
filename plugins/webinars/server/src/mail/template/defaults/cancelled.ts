import type { Template } from './template';

export const cancelled: Template = {
  en: {
    subject: 'Your registration is cancelled: {{ session.title }}',
    preheader: 'Your seat on {{ session.date }} has been released.',
    body: `# Your registration is cancelled

Hello {{ recipient.firstName }},

{% if reason %}

your registration for **{{ session.title }}** on {{ session.date }} has ended:

> {{ reason }}

{% else %}

as you asked, we have cancelled your registration for **{{ session.title }}** on {{ session.date }}. Thank you for letting us know.

{% endif %}

{% if registration %}

Your reference was **{{ registration.reference }}**.

{% endif %}

{% if refund %}

We pay **{{ refund.amount }}** back to you, the way you paid. Depending on your bank this takes five to ten days.

{% endif %}

## Changed your mind?

You are welcome to register again as long as registration is open.

[Register again]({{ links.session }} "button")

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Ihre Anmeldung ist storniert: {{ session.title }}',
    preheader: 'Ihr Platz am {{ session.date }} ist wieder frei.',
    body: `# Ihre Anmeldung ist storniert

Guten Tag {{ recipient.name }},

{% if reason %}

Ihre Anmeldung zu **{{ session.title }}** am {{ session.date }} ist beendet:

> {{ reason }}

{% else %}

wie gewünscht haben wir Ihre Anmeldung zu **{{ session.title }}** am {{ session.date }} storniert. Danke, dass Sie uns Bescheid gegeben haben.

{% endif %}

{% if registration %}

Ihre Referenz war **{{ registration.reference }}**.

{% endif %}

{% if refund %}

Wir erstatten Ihnen **{{ refund.amount }}** auf dem Weg, auf dem Sie bezahlt haben. Je nach Bank dauert das fünf bis zehn Tage.

{% endif %}

## Doch dabei?

Solange die Anmeldung offen ist, können Sie sich gern erneut anmelden.

[Erneut anmelden]({{ links.session }} "button")

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
