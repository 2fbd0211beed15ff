import type { Environment } from '@sonaqor/module'
import { adopt, Icon, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import { environmentNames } from './environment-names.ts'
import sheet from './environment-switch.css'

adopt(sheet)

interface EnvironmentSwitchProps {
  /** Those that the person may see. */
  readonly environments: readonly Environment[]
  readonly value: Environment
  readonly onChange: (environment: Environment) => void
}

/**
 * Which of the two worlds is looked at. The sandbox has a tint of its own, so that nobody mistakes it.
 * These are buttons: radios would follow the arrow keys, and nobody should come to production unawares.
 */
export function EnvironmentSwitch({ environments, value, onChange }: EnvironmentSwitchProps) {
  const say = useText()
  return (
    <div className="sq-environment">
      {value === 'sandbox' && (
        <span className="sq-environment-note">
          <Icon name="flask" /> {say(texts.testData)}
        </span>
      )}
      <fieldset className="sq-environment-choice">
        <legend className="sq-unseen">{say(texts.environment)}</legend>
        {environments.map((environment) => (
          <button
            key={environment}
            type="button"
            className="sq-environment-button"
            aria-pressed={environment === value}
            onClick={() => environment !== value && onChange(environment)}
          >
            {say(environmentNames[environment])}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
