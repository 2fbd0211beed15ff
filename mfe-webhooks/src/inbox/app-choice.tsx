import type { App } from '@sonaqor/contract/apps'
import { Select, useText } from '@sonaqor/ui'
import { useId } from 'react'
import * as common from '../texts/en.ts'

export interface AppChoiceProps {
  readonly apps: readonly App[]
  readonly appId: string
  readonly onChoose: (appId: string) => void
}

/** Whose inbox is looked at; where there is one app alone, its name. */
export function AppChoice({ apps, appId, onChoose }: AppChoiceProps) {
  const say = useText()
  const id = useId()
  const isKnown = apps.some((app) => app.id === appId)
  const options = [
    ...(isKnown ? [] : [{ value: appId, label: `…${appId.slice(-4)}` }]),
    ...apps.map((app) => ({ value: app.id, label: app.name })),
  ]
  return (
    <div className="sq-wh-inbox-app">
      <label htmlFor={id}>{say(common.app)}</label>
      {options.length === 1 ? (
        <output id={id}>{options[0]?.label}</output>
      ) : (
        <Select id={id} options={options} value={appId} onChange={onChoose} />
      )}
    </div>
  )
}
