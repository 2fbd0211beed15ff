import { useText, type Filter } from '@sonaqor/ui'
import { actionInWords, areaInWords } from './action-words.ts'
import { actorKinds, kindOf } from './actor-kinds.ts'
import { environments, type AuditFilter, type Narrowing } from './audit-filter.ts'
import * as texts from './texts/en.ts'
import { useActions, useChoices, useNamesInLog } from './use-audit.ts'

type Options = Filter['options']

/** The questions that narrow the log, with what can be answered. What is rarely asked comes once it is. */
export function useFilters(
  filter: AuditFilter,
  onNarrow: (part: Partial<Narrowing>) => void,
): readonly Filter[] {
  const say = useText()
  const actions = useActions()
  const { members, apps } = useChoices()
  const names = useNamesInLog(filter)
  const inArea = actions.filter(({ area }) => !filter.area || area === filter.area)
  const people = members.map(({ id, person }) => ({ value: id, label: person.name }))
  const ask = (id: keyof Narrowing, label: string, value = '', options: Options = []): Filter => ({
    id,
    label,
    value,
    options,
    onChange: (next) => onNarrow({ ...goingWith[id], [id]: next }),
  })

  const area = ask('area', say(texts.area), filter.area, [
    ...new Map(actions.map((one) => [one.area, as(one.area, areaInWords(say, one.area))])).values(),
  ])
  const action = ask(
    'action',
    say(texts.action),
    filter.action,
    inArea.map((one) => as(one.action, actionInWords(say, one.action))),
  )
  const kind = ask(
    'kind',
    say(texts.kind),
    filter.actorKind,
    actorKinds.map((one) => as(one, say(kindOf(one).words))),
  )
  const actor = ask('actor', say(texts.who), filter.actorId, people)
  const environment = ask(
    'in',
    say(texts.environment),
    filter.environment,
    environments.map((one) => as(one, say(texts.environmentNamed, { environment: one }))),
  )
  const ofEnvironment = apps.filter((one) => one.environment === filter.environment)
  const app = ask(
    'appId',
    say(texts.app),
    filter.appId,
    (filter.environment ? ofEnvironment : apps).map(({ id, name }) => as(id, name)),
  )
  const target = ask('target', say(texts.target), filter.target)
  return [
    area,
    action,
    kind,
    withName(actor, names.actor),
    environment,
    ...(filter.environment || filter.appId ? [app] : []),
    ...(filter.target ? [withName(target, names.target)] : []),
  ]
}

/** What belonged to the answer before: an action of another area would leave nothing to be found. */
const goingWith: Readonly<Partial<Record<keyof Narrowing, Partial<Narrowing>>>> = {
  area: { action: '' },
  in: { appId: '' },
}

const as = (value: string, label: string) => ({ value, label })

/** What is chosen is called by its name, where the log knows one. */
function withName(filter: Filter, name: string | undefined): Filter {
  const { options, value } = filter
  if (!value || !name || options.some((option) => option.value === value)) return filter
  return { ...filter, options: [as(value, name), ...options] }
}
