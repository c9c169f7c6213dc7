import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';
import type { Locale } from '../../kernel/text';

type Part = Record<Locale, string>;

const sender: Part = {
  en: `{% if brand.footer %}

{{ brand.footer | paragraphs }}

{% endif %}

{{ brand.name }} · [{{ brand.website }}]({{ brand.website }})
Contact: [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}){% if brand.supportPhone %} · {{ brand.supportPhone }}{% endif %}`,
  de: `{% if brand.footer %}

{{ brand.footer | paragraphs }}

{% endif %}

{{ brand.name }} · [{{ brand.website }}]({{ brand.website }})
Kontakt: [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}){% if brand.supportPhone %} · {{ brand.supportPhone }}{% endif %}`,
};

/** Why the reader gets this mail. */
const reasons: Record<'attendee' | 'optional' | 'consent' | 'speaker' | 'manager', Part> = {
  attendee: {
    en: `You receive this mail because you registered for “{{ session.title }}”.{% if links.manage %}
[Manage your registration]({{ links.manage }}){% endif %}`,
    de: `Sie erhalten diese Mail, weil Sie sich für „{{ session.title }}“ angemeldet haben.{% if links.manage %}
[Anmeldung verwalten]({{ links.manage }}){% endif %}`,
  },
  optional: {
    en: `You receive this mail because you registered for “{{ session.title }}”.

{% if links.unsubscribe or links.preferences or links.manage %}

{% if links.unsubscribe %}[Unsubscribe from these mails]({{ links.unsubscribe }})
{% endif %}{% if links.preferences %}[Mail preferences]({{ links.preferences }})
{% endif %}{% if links.manage %}[Manage your registration]({{ links.manage }}){% endif %}

{% endif %}`,
    de: `Sie erhalten diese Mail, weil Sie sich für „{{ session.title }}“ angemeldet haben.

{% if links.unsubscribe or links.preferences or links.manage %}

{% if links.unsubscribe %}[Diese Mails abbestellen]({{ links.unsubscribe }})
{% endif %}{% if links.preferences %}[E-Mail-Einstellungen]({{ links.preferences }})
{% endif %}{% if links.manage %}[Anmeldung verwalten]({{ links.manage }}){% endif %}

{% endif %}`,
  },
  consent: {
    en: 'You receive this mail because this address was entered on our registration form. If that was not you, there is nothing to do.',
    de: 'Sie erhalten diese Mail, weil diese Adresse in unserem Anmeldeformular eingetragen wurde. Waren Sie das nicht, brauchen Sie nichts zu tun.',
  },
  speaker: {
    en: 'You receive this mail because you are a speaker of this session.',
    de: 'Sie erhalten diese Mail, weil Sie in dieser Veranstaltung sprechen.',
  },
  manager: {
    en: 'You receive this mail because you manage the webinar programme.',
    de: 'Sie erhalten diese Mail, weil Sie das Webinarprogramm verantworten.',
  },
};

/** What stands below each mail of a kind, as Markdown with Liquid: who writes, why, and how to stop it where that is the reader's choice. */
export const footOf = (kind: MailKind, locale: Locale): string => {
  const { audience, category } = MAIL_KINDS[kind];
  const reader = kind === 'opt_in' ? 'consent' : category !== 'service' ? 'optional' : audience;
  return `${sender[locale]}\n\n${reasons[reader][locale]}`;
};

/** The head of each mail: the logo, or the name. */
export const HEAD = `{% if brand.logoUrl %}<img src="{{ brand.logoUrl | safe_url }}" alt="{{ brand.name }}" height="40" style="display:block;height:40px;width:auto;max-width:100%;border:0">{% else %}{{ brand.name }}{% endif %}`;
