import { Grid, Typography } from '@strapi/design-system';
import type { ProgrammeSettings } from '../../../../contracts/programme';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { NumberField } from './NumberField';

type Rules = ProgrammeSettings['conflicts'];

/** What the planner warns of. */
export const ConflictRules = ({
  rules,
  onChange,
  faultOf,
}: {
  rules: Rules;
  onChange(rules: Rules): void;
  faultOf(path: string): string | undefined;
}) => {
  const text = useText();
  return (
    <Panel title={text('programme.conflicts')}>
      <Typography textColor="neutral600">{text('programme.conflicts_hint')}</Typography>
      <Grid.Root gap={4}>
        {(['gapMinutes', 'audienceMinutes'] as const).map((name) => (
          <Grid.Item key={name} col={6} s={12} xs={12} direction="column" alignItems="stretch">
            <NumberField
              name={`conflicts.${name}`}
              isRequired
              label={text(`programme.${name}`)}
              hint={text(`programme.${name}_hint`)}
              error={faultOf(`conflicts.${name}`)}
              value={rules[name]}
              onChange={(minutes) => onChange({ ...rules, [name]: minutes ?? -1 })}
            />
          </Grid.Item>
        ))}
      </Grid.Root>
    </Panel>
  );
};
