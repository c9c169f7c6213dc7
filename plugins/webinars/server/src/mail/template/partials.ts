import type { Locale } from '../../kernel/text';

/** The parts that several letters share. Each is Markdown with Liquid and leaves nothing behind where its variables are empty. */
export const PARTIALS = {
  session: {
    en: `| | |
|---|---|
| Webinar | **{{ session.title }}** |
| Date | {{ session.date }} |
| Time | {{ session.time }} ({{ session.timezone }}) |
{% if session.local %}
| Your time | {{ session.local.date }}, {{ session.local.time }} ({{ session.local.timezone }}) |
{% endif %}
| Duration | {{ session.duration }} minutes |
| Language | {{ session.language }} |
{% if speakers.size %}
| With | {{ speakers | join_words: 'name' }} |
{% endif %}`,
    de: `| | |
|---|---|
| Webinar | **{{ session.title }}** |
| Datum | {{ session.date }} |
| Uhrzeit | {{ session.time }} ({{ session.timezone }}) |
{% if session.local %}
| Bei Ihnen | {{ session.local.date }}, {{ session.local.time }} ({{ session.local.timezone }}) |
{% endif %}
| Dauer | {{ session.duration }} Minuten |
| Sprache | {{ session.language }} |
{% if speakers.size %}
| Mit | {{ speakers | join_words: 'name' }} |
{% endif %}`,
  },
  calendar: {
    en: `{% if links.googleCalendar or links.outlookCalendar or links.calendarFile %}

## In your calendar

{% if links.googleCalendar %}
- [Add to Google Calendar]({{ links.googleCalendar }})
{% endif %}
{% if links.outlookCalendar %}
- [Add to Outlook]({{ links.outlookCalendar }})
{% endif %}
{% if links.calendarFile %}
- [Download for Apple Calendar and others]({{ links.calendarFile }})
{% endif %}

{% endif %}`,
    de: `{% if links.googleCalendar or links.outlookCalendar or links.calendarFile %}

## In Ihrem Kalender

{% if links.googleCalendar %}
- [In den Google Kalender eintragen]({{ links.googleCalendar }})
{% endif %}
{% if links.outlookCalendar %}
- [In Outlook eintragen]({{ links.outlookCalendar }})
{% endif %}
{% if links.calendarFile %}
- [Für Apple Kalender und andere herunterladen]({{ links.calendarFile }})
{% endif %}

{% endif %}`,
  },
  meeting: {
    en: `{% if links.join or session.meetingUrl %}

## How to join

{% if links.join %}

This link is yours alone. Please do not pass it on.

[Join the webinar]({{ links.join }} "button")

{% else %}

[Join the webinar]({{ session.meetingUrl }} "button")

{% endif %}

{% if session.meetingPassword %}

If you are asked for a password: **{{ session.meetingPassword }}**

{% endif %}

{% endif %}`,
    de: `{% if links.join or session.meetingUrl %}

## So nehmen Sie teil

{% if links.join %}

Dieser Link gilt nur für Sie. Bitte geben Sie ihn nicht weiter.

[Am Webinar teilnehmen]({{ links.join }} "button")

{% else %}

[Am Webinar teilnehmen]({{ session.meetingUrl }} "button")

{% endif %}

{% if session.meetingPassword %}

Falls Sie nach einem Passwort gefragt werden: **{{ session.meetingPassword }}**

{% endif %}

{% endif %}`,
  },
  agenda: {
    en: `{% if session.agenda.size %}

## Agenda

{% for item in session.agenda %}
- **{{ item.time }}** – {{ item.title }}{% if item.speaker %} ({{ item.speaker }}){% endif %}
{% endfor %}

{% endif %}`,
    de: `{% if session.agenda.size %}

## Ablauf

{% for item in session.agenda %}
- **{{ item.time }}** – {{ item.title }}{% if item.speaker %} ({{ item.speaker }}){% endif %}
{% endfor %}

{% endif %}`,
  },
  preparation: {
    en: `{% if session.prerequisites or session.materialsUrl or session.objectives.size %}

## How to prepare

{% if session.prerequisites %}

{{ session.prerequisites | paragraphs }}

{% endif %}

{% if session.materialsUrl %}

[Read the preparation materials]({{ session.materialsUrl }})

{% endif %}

{% if session.objectives.size %}

What you will take away:

{% for objective in session.objectives %}
- {{ objective }}
{% endfor %}

{% endif %}

{% endif %}`,
    de: `{% if session.prerequisites or session.materialsUrl or session.objectives.size %}

## So bereiten Sie sich vor

{% if session.prerequisites %}

{{ session.prerequisites | paragraphs }}

{% endif %}

{% if session.materialsUrl %}

[Unterlagen zur Vorbereitung lesen]({{ session.materialsUrl }})

{% endif %}

{% if session.objectives.size %}

Das nehmen Sie mit:

{% for objective in session.objectives %}
- {{ objective }}
{% endfor %}

{% endif %}

{% endif %}`,
  },
  checklist: {
    en: `## Technical checklist

- An up-to-date browser (Chrome, Edge, Firefox or Safari){% if session.platform %} or the {{ session.platform }} app{% endif %}
- A stable connection of at least 5 Mbit/s; a cable is safer than Wi-Fi
- Headphones or loudspeakers, and a microphone if you would like to speak
- Other video calls and large downloads closed
{% if session.testUrl %}
- [Test your sound and connection]({{ session.testUrl }}) – it takes a minute
{% endif %}`,
    de: `## Technik-Checkliste

- Ein aktueller Browser (Chrome, Edge, Firefox oder Safari){% if session.platform %} oder die App von {{ session.platform }}{% endif %}
- Eine stabile Verbindung mit mindestens 5 Mbit/s; ein Kabel ist sicherer als WLAN
- Kopfhörer oder Lautsprecher, dazu ein Mikrofon, wenn Sie mitsprechen möchten
- Andere Videokonferenzen und große Downloads sind beendet
{% if session.testUrl %}
- [Ton und Verbindung testen]({{ session.testUrl }}) – das dauert eine Minute
{% endif %}`,
  },
  contact: {
    en: `## We are here to help

Questions, or trouble with the technology? Write to [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}){% if brand.supportPhone %} or call {{ brand.supportPhone }}{% endif %}.`,
    de: `## Wir helfen gern

Haben Sie Fragen, oder hakt die Technik? Schreiben Sie an [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}){% if brand.supportPhone %} oder rufen Sie an: {{ brand.supportPhone }}{% endif %}.`,
  },
  sharing: {
    en: `## Bring a colleague

Who else should be there? These words are ready to post:

> I have a seat at “{{ session.title }}” on {{ session.date }}{% if speakers.size %}, with {{ speakers | join_words: 'name' }}{% endif %}. Will I see you there?
> {{ links.session }}

- [Share on LinkedIn]({{ links.shareLinkedin }})
- [Post on X]({{ links.shareX }})
- [Tell a colleague by mail]({{ links.shareMail }})`,
    de: `## Wer sollte noch dabei sein?

Diese Worte können Sie gleich veröffentlichen:

> Ich habe einen Platz bei „{{ session.title }}“ am {{ session.date }}{% if speakers.size %}, mit {{ speakers | join_words: 'name' }}{% endif %}. Sehen wir uns dort?
> {{ links.session }}

- [Auf LinkedIn teilen]({{ links.shareLinkedin }})
- [Auf X veröffentlichen]({{ links.shareX }})
- [Per E-Mail weitersagen]({{ links.shareMail }})`,
  },
  payment: {
    en: `{% if hold %}

## One step is left: payment

We keep your seat until **{{ hold.expiresAt }}**. The price is **{{ hold.amount }}**. If the time passes without payment, the seat goes to the next in line.

{% if links.pay %}

[Pay {{ hold.amount }} now]({{ links.pay }} "button")

{% endif %}

{% endif %}`,
    de: `{% if hold %}

## Ein Schritt fehlt noch: die Zahlung

Wir halten Ihren Platz bis **{{ hold.expiresAt }}** frei. Der Preis beträgt **{{ hold.amount }}**. Geht bis dahin keine Zahlung ein, rückt die nächste Person auf der Warteliste nach.

{% if links.pay %}

[Jetzt {{ hold.amount }} bezahlen]({{ links.pay }} "button")

{% endif %}

{% endif %}`,
  },
  manage: {
    en: `{% if links.manage %}

## Plans changed?

You can [view or cancel your registration]({{ links.manage }}) at any time. Somebody on the waitlist will be glad of the seat.

{% endif %}`,
    de: `{% if links.manage %}

## Ihre Pläne ändern sich?

Sie können [Ihre Anmeldung jederzeit ansehen oder stornieren]({{ links.manage }}). Jemand auf der Warteliste freut sich über den Platz.

{% endif %}`,
  },
  audience: {
    en: `{% if audience %}

## Who is coming

| | |
|---|---|
| Registered | **{{ audience.registered }}**{% if audience.capacity %} of {{ audience.capacity }} seats{% endif %} |
{% if audience.waiting %}
| On the waitlist | {{ audience.waiting }} |
{% endif %}
{% if audience.companies.size %}
| Companies | {% for group in audience.companies %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}
{% if audience.positions.size %}
| Job titles | {% for group in audience.positions %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}
{% if audience.experienceLevels.size %}
| Experience | {% for group in audience.experienceLevels %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}
{% if audience.industries.size %}
| Industries | {% for group in audience.industries %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}

{% if audience.questions.size %}

### What they would like to know

{% for question in audience.questions %}
- {{ question }}
{% endfor %}

{% endif %}

{% endif %}`,
    de: `{% if audience %}

## Wer kommt

| | |
|---|---|
| Angemeldet | **{{ audience.registered }}**{% if audience.capacity %} von {{ audience.capacity }} Plätzen{% endif %} |
{% if audience.waiting %}
| Auf der Warteliste | {{ audience.waiting }} |
{% endif %}
{% if audience.companies.size %}
| Unternehmen | {% for group in audience.companies %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}
{% if audience.positions.size %}
| Positionen | {% for group in audience.positions %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}
{% if audience.experienceLevels.size %}
| Erfahrung | {% for group in audience.experienceLevels %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}
{% if audience.industries.size %}
| Branchen | {% for group in audience.industries %}{{ group.name }} ({{ group.count }}){% unless forloop.last %}, {% endunless %}{% endfor %} |
{% endif %}

{% if audience.questions.size %}

### Was sie wissen möchten

{% for question in audience.questions %}
- {{ question }}
{% endfor %}

{% endif %}

{% endif %}`,
  },
  setup: {
    en: `{% if session.meetingUrl or setup.moderator or setup.backupFacilitator or setup.technicalRequirements or setup.specialInstructions %}

## Technical setup

| | |
|---|---|
{% if session.platform %}
| Platform | {{ session.platform }} |
{% endif %}
{% if session.meetingUrl %}
| Meeting | [{{ session.meetingUrl }}]({{ session.meetingUrl }}) |
{% endif %}
{% if session.meetingPassword %}
| Password | {{ session.meetingPassword }} |
{% endif %}
{% if setup.moderator %}
| Moderator | {{ setup.moderator }} |
{% endif %}
{% if setup.backupFacilitator %}
| If you drop out | {{ setup.backupFacilitator }} takes over until you are back |
{% endif %}
{% if setup.technicalRequirements %}
| Requirements | {{ setup.technicalRequirements | paragraphs }} |
{% endif %}
{% if setup.specialInstructions %}
| Please note | {{ setup.specialInstructions | paragraphs }} |
{% endif %}

{% endif %}`,
    de: `{% if session.meetingUrl or setup.moderator or setup.backupFacilitator or setup.technicalRequirements or setup.specialInstructions %}

## Technik

| | |
|---|---|
{% if session.platform %}
| Plattform | {{ session.platform }} |
{% endif %}
{% if session.meetingUrl %}
| Meeting | [{{ session.meetingUrl }}]({{ session.meetingUrl }}) |
{% endif %}
{% if session.meetingPassword %}
| Passwort | {{ session.meetingPassword }} |
{% endif %}
{% if setup.moderator %}
| Moderation | {{ setup.moderator }} |
{% endif %}
{% if setup.backupFacilitator %}
| Falls Sie ausfallen | {{ setup.backupFacilitator }} übernimmt, bis Sie wieder da sind |
{% endif %}
{% if setup.technicalRequirements %}
| Anforderungen | {{ setup.technicalRequirements | paragraphs }} |
{% endif %}
{% if setup.specialInstructions %}
| Bitte beachten | {{ setup.specialInstructions | paragraphs }} |
{% endif %}

{% endif %}`,
  },
  signature: {
    en: `Kind regards
**{{ brand.senderName }}**{% if brand.senderName != brand.name %}
{{ brand.name }}{% endif %}`,
    de: `Freundliche Grüße
**{{ brand.senderName }}**{% if brand.senderName != brand.name %}
{{ brand.name }}{% endif %}`,
  },
} satisfies Record<string, Record<Locale, string>>;

export type PartialName = keyof typeof PARTIALS;

const INCLUDE = /\{%-?\s*include\s+(?:'([\w-]*)'|"([\w-]*)")\s*-?%\}/g;
const ALONE = /^[ \t]*\{%-?\s*include\s+(?:'[\w-]*'|"[\w-]*")\s*-?%\}[ \t]*$/gm;

const isPartial = (name: string): name is PartialName => Object.hasOwn(PARTIALS, name);
const nameIn = (include: string): string =>
  include.replace(INCLUDE, (_, single?: string, double?: string) => single ?? double ?? '').trim();

/** Puts the parts where they are named: before Markdown and Liquid look, so that they cost no mail anything. */
export const expandPartials = (source: string, locale: Locale): string => {
  const textOf = (name: string) => (isPartial(name) ? PARTIALS[name][locale] : '');
  return source
    .replace(ALONE, (include) => `\n${textOf(nameIn(include))}\n`)
    .replace(INCLUDE, (include) => textOf(nameIn(include)));
};

/** The source without its includes, everything else where it was; and the includes that name no part. */
export const setPartialsAside = (source: string): { rest: string; unknown: { name: string; at: number }[] } => {
  const unknown: { name: string; at: number }[] = [];
  const rest = source.replace(
    INCLUDE,
    (include: string, single: string | undefined, double: string | undefined, at: number) => {
      const name = single ?? double ?? '';
      if (!isPartial(name)) unknown.push({ name, at });
      return include.replace(/[^\n]/g, ' ');
    },
  );
  return { rest, unknown };
};
