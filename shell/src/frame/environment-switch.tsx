import type { Environment } from '@sonaqor/module'
import { adopt, Icon, SegmentedControl, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { environmentNames } from './environment-names.ts'
import sheet from './environment-switch.css'

adopt(sheet)

interface EnvironmentSwitchProps {
  /** Those that the person may see. */
  readonly environments: readonly Environment[]
  readonly value: Environment
  readonly onChange: (environment: Environment) => void
}

/** Which of the two worlds is looked at. The sandbox has a tint of its own, so that nobody mistakes it. */
export function EnvironmentSwitch({ environments, value, onChange }: EnvironmentSwitchProps) {
  const say = useText()
  return (
    <div className="sq-environment">
      {value === 'sandbox' && (
        <span className="sq-environment-note">
          <Icon name="flask" /> {say(texts.testData)}
        </span>
      )}
      <SegmentedControl
        label={say(texts.environment)}
        segments={environments.map((name) => ({ value: name, label: say(environmentNames[name]) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
