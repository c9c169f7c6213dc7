import fs from 'node:fs';
import {
  compileTemplate,
  DEFAULT_TEMPLATES,
  sampleVariables,
  sparseVariables,
} from '/work/wt-templates/plugins/webinars/server/src/mail/template';
it('tries', () => {
  for (const kind of Object.keys(DEFAULT_TEMPLATES) as any[])
    for (const locale of ['en', 'de'] as const) {
      try {
        const t = compileTemplate(DEFAULT_TEMPLATES[kind as 'refund'][locale], { kind, locale });
        const a = t.render(sampleVariables(kind, locale));
        const b = t.render(sparseVariables(kind, locale));
        fs.mkdirSync('/tmp/mails', { recursive: true });
        fs.writeFileSync(`/tmp/mails/${kind}.${locale}.html`, a.html);
        fs.writeFileSync(`/tmp/mails/${kind}.${locale}.txt`, `Subject: ${a.subject}\n\n${a.text}\n`);
        fs.writeFileSync(`/tmp/mails/${kind}.${locale}.sparse.html`, b.html);
        fs.writeFileSync(`/tmp/mails/${kind}.${locale}.sparse.txt`, `Subject: ${b.subject}\n\n${b.text}\n`);
        if (process.env.SPEED && locale === 'en') {
          const v = sampleVariables(kind, locale);
          for (let i = 0; i < 2000; i++) t.render(v);
          const at = performance.now();
          for (let i = 0; i < 5000; i++) t.render(v);
          console.log(kind, ((performance.now() - at) / 5000).toFixed(4), a.html.length, a.text.length);
        }
      } catch (e: any) {
        console.log(kind, locale, e.message, JSON.stringify(e.details), e.stack?.slice(0, 600));
      }
    }
});
