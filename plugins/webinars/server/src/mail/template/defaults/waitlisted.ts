import type { Template } from './template';

export const waitlisted: Template = {
  en: {
    subject: 'You are on the waitlist: {{ session.title }}',
    preheader:
      '{% if registration.waitlistPosition %}You are number {{ registration.waitlistPosition }} in line. {% endif %}We write the moment a seat is free.',
    body: `# You are in line, {{ recipient.firstName }}

All seats of **{{ session.title }}** are taken at the moment, so we have put you on the waitlist.

{% if registration.waitlistPosition %}

Your place in line: **{{ registration.waitlistPosition }}**

{% endif %}

As soon as a seat becomes free it goes to the first in line, in order of arrival. We will write to you at once; you need not do anything until then.

## The session

{% include 'session' %}

{% if links.manage %}

[See your place in line]({{ links.manage }} "button")

If your plans change, you can leave the line on the same page.

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Sie stehen auf der Warteliste: {{ session.title }}',
    preheader:
      '{% if registration.waitlistPosition %}Sie stehen auf Platz {{ registration.waitlistPosition }}. {% endif %}Wird ein Platz frei, schreiben wir Ihnen sofort.',
    body: `# Sie stehen auf der Warteliste

Guten Tag {{ recipient.name }},

alle Plätze für **{{ session.title }}** sind derzeit vergeben. Wir haben Sie deshalb auf die Warteliste gesetzt.

{% if registration.waitlistPosition %}

Ihr Platz auf der Warteliste: **{{ registration.waitlistPosition }}**

{% endif %}

Sobald ein Platz frei wird, geht er an die erste Person auf der Liste, in der Reihenfolge der Anmeldung. Wir schreiben Ihnen dann sofort; bis dahin brauchen Sie nichts zu tun.

## Die Veranstaltung

{% include 'session' %}

{% if links.manage %}

[Meinen Platz auf der Warteliste ansehen]({{ links.manage }} "button")

Ändern sich Ihre Pläne, können Sie die Warteliste auf derselben Seite verlassen.

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
