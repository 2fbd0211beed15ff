import type { Router } from '@sonaqor/embed/host'
import type { Environment } from '@sonaqor/module'
import { useEffect, useEffectEvent } from 'react'
import { isAmong } from './preferences.ts'

interface Addressed {
  readonly environments: readonly Environment[]
  readonly environment: Environment
  readonly onChange: (environment: Environment) => void
}

const name = 'environment'

/** The environment that the address asks for, if any. */
export function environmentAsked(router: Router): string | undefined {
  return router.viewState.read()[name]
}

/**
 * Keeps the environment in the address, so that a link shows its reader what its sender saw. Where
 * there is only one, it narrows nothing and the address stays short. The way back leads to the
 * environment that was looked at there.
 */
export function useAddressedEnvironment(router: Router, addressed: Addressed): void {
  const { environment } = addressed

  const write = useEffectEvent((now: Environment) => {
    if (addressed.environments.length < 2 || environmentAsked(router) === now) return
    router.viewState.write({ ...router.viewState.read(), [name]: now })
  })
  const follow = useEffectEvent(() => {
    const asked = environmentAsked(router)
    if (asked !== environment && isAmong(addressed.environments, asked)) addressed.onChange(asked)
    else write(environment)
  })

  useEffect(() => router.subscribe(() => follow()), [router])
  useEffect(() => write(environment), [environment])
}
