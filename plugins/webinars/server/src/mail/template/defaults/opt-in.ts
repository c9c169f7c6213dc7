import type { Template } from './template';

export const optIn: Template = {
  en: {
    subject: 'Please confirm: news from {{ brand.name }}',
    preheader: 'One click, so that we know that it is really you who asked.',
    body: `# Would you like to hear from us?

Hello {{ recipient.firstName }},

with your registration you asked for news about our webinars and services. Please confirm that this address is yours and that you want it:

{% if links.consent %}

[Yes, send me news]({{ links.consent }} "button")

{% endif %}

You can take this back at any time, with one click in each mail.

**If you do nothing, nothing happens:** we send you no news, and this mail is the last about it. Your registration is not affected.

{% include 'signature' %}`,
  },
  de: {
    subject: 'Bitte bestätigen: Neuigkeiten von {{ brand.name }}',
    preheader: 'Ein Klick, damit wir wissen, dass wirklich Sie es wünschen.',
    body: `# Möchten Sie von uns hören?

Guten Tag {{ recipient.name }},

bei Ihrer Anmeldung haben Sie sich Neuigkeiten zu unseren Webinaren und Leistungen gewünscht. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört und dass Sie dies möchten:

{% if links.consent %}

[Ja, bitte informieren Sie mich]({{ links.consent }} "button")

{% endif %}

Sie können dies jederzeit widerrufen, mit einem Klick in jeder Mail.

**Wenn Sie nichts tun, geschieht nichts:** Wir senden Ihnen keine Neuigkeiten, und diese Mail bleibt die einzige dazu. Ihre Anmeldung ist davon nicht berührt.

{% include 'signature' %}`,
  },
};
