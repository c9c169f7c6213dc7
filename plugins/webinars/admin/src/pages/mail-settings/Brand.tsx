import type { ReactNode } from 'react';
import { Box, Field, Flex, Grid, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { BrandSettings } from '../../../../contracts/mail';
import type { SettingsView } from '../../../../contracts/mail-admin';
import { Panel } from '../../parts/Panel';
import { useText, type TextKey } from '../../translate';
import { contrastWithWhite, ENOUGH } from './contrast';

type Texts = {
  [Name in keyof BrandSettings as BrandSettings[Name] extends string | null ? Name : never]: BrandSettings[Name];
};

const Swatch = styled.input`
  width: 4rem;
  height: 4rem;
  padding: 0.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

type Change = (brand: BrandSettings) => void;

const Line = ({
  name,
  brand,
  onChange,
  faultOf,
  placeholder,
  hint,
  type = 'text',
}: {
  name: keyof Texts;
  brand: BrandSettings;
  onChange: Change;
  faultOf(path: string): string | undefined;
  placeholder?: string;
  hint?: string;
  type?: 'text' | 'email' | 'url' | 'tel';
}) => {
  const text = useText();
  // The name has a default of its own; of the others, what is empty is not set.
  const read = (typed: string) => (typed === '' && name !== 'name' ? null : typed);
  return (
    <Field.Root name={`brand.${name}`} hint={hint} error={faultOf(`brand.${name}`)} required={name === 'name'}>
      <Field.Label>{text(`settings.${name}` as TextKey)}</Field.Label>
      <TextInput
        type={type}
        value={brand[name] ?? ''}
        placeholder={placeholder}
        onChange={(event) => onChange({ ...brand, [name]: read(event.currentTarget.value) })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

const Colour = ({
  brand,
  onChange,
  faultOf,
}: {
  brand: BrandSettings;
  onChange: Change;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const contrast = contrastWithWhite(brand.colour);
  return (
    <Field.Root name="brand.colour" required error={faultOf('brand.colour')}>
      <Field.Label>{text('settings.colour')}</Field.Label>
      <Flex gap={2}>
        <Swatch
          type="color"
          aria-label={text('settings.colour_pick')}
          value={contrast === null ? '#000000' : brand.colour}
          onChange={(event) => onChange({ ...brand, colour: event.currentTarget.value })}
        />
        <Box flex="1">
          <TextInput
            value={brand.colour}
            onChange={(event) => onChange({ ...brand, colour: event.currentTarget.value.trim() })}
          />
        </Box>
      </Flex>
      <Typography variant="pi" textColor={contrast !== null && contrast < ENOUGH ? 'warning700' : 'neutral600'}>
        {contrast === null
          ? text('settings.colour_form')
          : text(contrast < ENOUGH ? 'settings.colour_faint' : 'settings.colour_fine', {
              contrast: formatNumber(contrast, { maximumFractionDigits: 1 }),
            })}
      </Typography>
      <Field.Error />
    </Field.Root>
  );
};

const Cell = ({ children, wide = false }: { children: ReactNode; wide?: boolean }) => (
  <Grid.Item col={wide ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** How mails look, who they come from, and whom their readers can ask. */
export const Brand = ({
  brand,
  defaults,
  onChange,
  faultOf,
}: {
  brand: BrandSettings;
  defaults: SettingsView['defaults'];
  onChange: Change;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  const line = { brand, onChange, faultOf };
  return (
    <>
      <Panel title={text('settings.brand')}>
        <Grid.Root gap={4}>
          <Cell>
            <Line {...line} name="name" />
          </Cell>
          <Cell>
            <Colour {...line} />
          </Cell>
          <Cell>
            <Line {...line} name="logoUrl" type="url" placeholder="https://…" hint={text('settings.logo_hint')} />
          </Cell>
          <Cell>
            <Line {...line} name="website" type="url" placeholder={defaults.siteUrl} />
          </Cell>
          <Cell>
            <Line {...line} name="termsUrl" type="url" placeholder="https://…" hint={text('settings.legal_hint')} />
          </Cell>
          <Cell>
            <Line {...line} name="privacyUrl" type="url" placeholder="https://…" hint={text('settings.legal_hint')} />
          </Cell>
          {(['en', 'de'] as const).map((locale) => (
            <Cell key={locale}>
              <Field.Root
                name={`brand.footer.${locale}`}
                hint={text('settings.footer_hint')}
                error={faultOf(`brand.footer.${locale}`)}
              >
                <Field.Label>{text('settings.footer', { language: text(`language.${locale}`) })}</Field.Label>
                <Textarea
                  value={brand.footer[locale]}
                  onChange={(event) =>
                    onChange({ ...brand, footer: { ...brand.footer, [locale]: event.currentTarget.value } })
                  }
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Cell>
          ))}
        </Grid.Root>
      </Panel>
      <Panel title={text('settings.sender')}>
        <Grid.Root gap={4}>
          <Cell>
            <Line
              {...line}
              name="senderName"
              placeholder={brand.name}
              hint={text('settings.sender_hint', { address: defaults.senderAddress })}
            />
          </Cell>
          <Cell>
            <Line
              {...line}
              name="replyTo"
              type="email"
              placeholder={defaults.senderAddress}
              hint={text('settings.reply_hint')}
            />
          </Cell>
          <Cell>
            <Line
              {...line}
              name="supportEmail"
              type="email"
              placeholder={brand.replyTo ?? defaults.senderAddress}
              hint={text('settings.support_hint')}
            />
          </Cell>
          <Cell>
            <Line {...line} name="supportPhone" type="tel" />
          </Cell>
          <Cell wide>
            <Line
              {...line}
              name="emergencyContact"
              placeholder={brand.supportPhone ?? brand.supportEmail ?? defaults.senderAddress}
              hint={text('settings.emergency_hint')}
            />
          </Cell>
        </Grid.Root>
      </Panel>
    </>
  );
};
