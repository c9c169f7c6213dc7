import type { Template } from './template';

export const sessionCancelled: Template = {
  en: {
    subject: 'Cancelled: {{ session.title }} on {{ session.date }}',
    preheader: 'We are sorry: this session does not take place.',
    body: `# This session does not take place

Hello {{ recipient.firstName }},

we are sorry to tell you that **{{ session.title }}** on {{ session.date }}, {{ session.time }}, is cancelled.

{% if reason %}

> {{ reason }}

{% endif %}

{% if refund %}

We pay **{{ refund.amount }}** back to you, the way you paid. Depending on your bank this takes five to ten days; you need not do anything.

{% else %}

You need not do anything. The appointment disappears from your calendar if you had accepted the invitation.

{% endif %}

We would be glad to welcome you at another session:

[See our webinars]({{ brand.website }} "button")

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Abgesagt: {{ session.title }} am {{ session.date }}',
    preheader: 'Es tut uns leid: Diese Veranstaltung findet nicht statt.',
    body: `# Diese Veranstaltung findet nicht statt

Guten Tag {{ recipient.name }},

leider müssen wir Ihnen mitteilen, dass **{{ session.title }}** am {{ session.date }}, {{ session.time }}, abgesagt ist.

{% if reason %}

> {{ reason }}

{% endif %}

{% if refund %}

Wir erstatten Ihnen **{{ refund.amount }}** auf dem Weg, auf dem Sie bezahlt haben. Je nach Bank dauert das fünf bis zehn Tage; Sie brauchen nichts zu tun.

{% else %}

Sie brauchen nichts zu tun. Der Termin verschwindet aus Ihrem Kalender, wenn Sie die Einladung angenommen hatten.

{% endif %}

Wir würden uns freuen, Sie bei einer anderen Veranstaltung zu begrüßen:

[Unsere Webinare ansehen]({{ brand.website }} "button")

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
