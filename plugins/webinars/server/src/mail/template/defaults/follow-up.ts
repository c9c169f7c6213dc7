import type { Template } from './template';

export const followUp: Template = {
  en: {
    subject:
      '{% if registration.isNoShow %}We missed you: {{ session.title }}{% else %}Thank you for joining: {{ session.title }}{% endif %}',
    preheader:
      '{% if session.recordingUrl %}The recording is ready.{% elsif session.slidesUrl %}The slides are ready.{% else %}A few words after our session.{% endif %}',
    body: `{% if registration.isNoShow %}

# We missed you, {{ recipient.firstName }}

It is a pity that you could not be at **{{ session.title }}**. You need not go without: what we have kept for you is below.

{% else %}

# Thank you, {{ recipient.firstName }}!

Thank you for being at **{{ session.title }}**. We hope you take a good deal of it into your work.

{% endif %}

{% if session.recordingUrl %}

[Watch the recording]({{ session.recordingUrl }} "button")

{% endif %}

{% if session.slidesUrl or session.materialsUrl %}

## To read again

{% if session.slidesUrl %}
- [The slides]({{ session.slidesUrl }})
{% endif %}
{% if session.materialsUrl %}
- [The materials]({{ session.materialsUrl }})
{% endif %}

{% endif %}

{% if links.feedback %}

{% unless registration.isNoShow %}

## How was it?

Your answer takes a minute and shapes what we do next.

[Give feedback]({{ links.feedback }})

{% endunless %}

{% endif %}

{% if links.consultation %}

## Would you like to talk about it?

{% if registration.wantsConsultation %}

You told us that you would like a consultation. Choose a time that suits you; it costs nothing and commits you to nothing.

{% else %}

Our consultants will gladly look at your own case with you. It costs nothing and commits you to nothing.

{% endif %}

[Ask for a consultation]({{ links.consultation }})

{% endif %}

{% include 'signature' %}`,
  },
  de: {
    subject:
      '{% if registration.isNoShow %}Wir haben Sie vermisst: {{ session.title }}{% else %}Danke für Ihre Teilnahme: {{ session.title }}{% endif %}',
    preheader:
      '{% if session.recordingUrl %}Die Aufzeichnung ist da.{% elsif session.slidesUrl %}Die Folien sind da.{% else %}Ein paar Worte nach unserer Veranstaltung.{% endif %}',
    body: `{% if registration.isNoShow %}

# Wir haben Sie vermisst

Guten Tag {{ recipient.name }},

schade, dass Sie bei **{{ session.title }}** nicht dabei sein konnten. Sie müssen darauf nicht verzichten: Was wir für Sie aufgehoben haben, finden Sie hier.

{% else %}

# Vielen Dank für Ihre Teilnahme!

Guten Tag {{ recipient.name }},

schön, dass Sie bei **{{ session.title }}** dabei waren. Wir hoffen, dass Sie vieles davon in Ihre Arbeit mitnehmen.

{% endif %}

{% if session.recordingUrl %}

[Aufzeichnung ansehen]({{ session.recordingUrl }} "button")

{% endif %}

{% if session.slidesUrl or session.materialsUrl %}

## Zum Nachlesen

{% if session.slidesUrl %}
- [Die Folien]({{ session.slidesUrl }})
{% endif %}
{% if session.materialsUrl %}
- [Die Unterlagen]({{ session.materialsUrl }})
{% endif %}

{% endif %}

{% if links.feedback %}

{% unless registration.isNoShow %}

## Wie war es?

Ihre Antwort dauert eine Minute und prägt, was wir als Nächstes tun.

[Feedback geben]({{ links.feedback }})

{% endunless %}

{% endif %}

{% if links.consultation %}

## Möchten Sie darüber sprechen?

{% if registration.wantsConsultation %}

Sie haben sich ein Beratungsgespräch gewünscht. Wählen Sie einen Termin, der Ihnen passt; das Gespräch ist kostenlos und unverbindlich.

{% else %}

Unsere Beraterinnen und Berater sehen sich gern mit Ihnen Ihren eigenen Fall an, kostenlos und unverbindlich.

{% endif %}

[Beratungsgespräch anfragen]({{ links.consultation }})

{% endif %}

{% include 'signature' %}`,
  },
};
