import { environmentTitles, type Environment } from '@sonaqor/module'
import { Icon, SegmentedControl } from '@sonaqor/ui'

interface EnvironmentSwitchProps {
  /** Those that the person may see. */
  readonly environments: readonly Environment[]
  readonly value: Environment
  readonly onChange: (environment: Environment) => void
}

/** Which of the two worlds is looked at. The sandbox has a tint of its own, so that nobody mistakes it. */
export function EnvironmentSwitch({ environments, value, onChange }: EnvironmentSwitchProps) {
  return (
    <div className="sq-environment">
      {value === 'sandbox' && (
        <span className="sq-environment-note">
          <Icon name="flask" /> Test data
        </span>
      )}
      <SegmentedControl
        label="Environment"
        segments={environments.map((name) => ({ value: name, label: environmentTitles[name] }))}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
