import { CHECK_RULES } from '../../../../contracts/checks';
import { Fact, Facts } from '../../parts/Facts';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';

/** What is checked, and what it means where it is not so. */
export const Rules = () => {
  const text = useText();
  return (
    <Panel title={text('checks.rules')}>
      <Facts>
        {CHECK_RULES.map((rule) => (
          <Fact key={rule} name={text(`check.${rule}`)}>
            {text(`check.${rule}.meaning`)}
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
};
