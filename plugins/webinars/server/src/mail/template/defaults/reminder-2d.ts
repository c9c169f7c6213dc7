import type { Template } from './template';

export const reminder2d: Template = {
  en: {
    subject: 'Are you ready? {{ session.title }}, {{ session.date }}',
    preheader: '{{ session.date }}, {{ session.time }}. Your link and the last tips.',
    body: `# It is nearly time, {{ recipient.firstName }}

This is our last reminder before the day of **{{ session.title }}**. Please take five minutes now, so that nothing stands between you and the first minute.

## When

{% include 'session' %}

{% include 'meeting' %}

## Last-minute tips

- Open your link once today: then you know that it works.
- Close what you do not need, and switch notifications off.
- Come five minutes early. We begin on time.
- Note your questions. There is time for them.
{% if session.materialsUrl %}
- [Have a look at the materials]({{ session.materialsUrl }})
{% endif %}
{% if session.testUrl %}
- [Test your sound and connection]({{ session.testUrl }})
{% endif %}

{% if links.manage %}

You cannot come? Please [give your seat back]({{ links.manage }}) today: others are waiting for it.

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
  de: {
    subject: 'Sind Sie bereit? {{ session.title }} am {{ session.date }}',
    preheader: '{{ session.date }}, {{ session.time }}. Ihr Link und die letzten Tipps.',
    body: `# Es ist fast so weit

Guten Tag {{ recipient.name }},

dies ist unsere letzte Erinnerung vor dem Tag von **{{ session.title }}**. Nehmen Sie sich jetzt fünf Minuten, damit zwischen Ihnen und der ersten Minute nichts mehr steht.

## Wann

{% include 'session' %}

{% include 'meeting' %}

## Tipps für die letzten Tage

- Öffnen Sie Ihren Link heute einmal: Dann wissen Sie, dass er funktioniert.
- Schließen Sie, was Sie nicht brauchen, und schalten Sie Benachrichtigungen aus.
- Kommen Sie fünf Minuten früher. Wir beginnen pünktlich.
- Notieren Sie Ihre Fragen. Es ist Zeit dafür.
{% if session.materialsUrl %}
- [Werfen Sie einen Blick in die Unterlagen]({{ session.materialsUrl }})
{% endif %}
{% if session.testUrl %}
- [Testen Sie Ton und Verbindung]({{ session.testUrl }})
{% endif %}

{% if links.manage %}

Sie können nicht kommen? Bitte [geben Sie Ihren Platz heute zurück]({{ links.manage }}): Andere warten darauf.

{% endif %}

{% include 'contact' %}

{% include 'signature' %}`,
  },
};
