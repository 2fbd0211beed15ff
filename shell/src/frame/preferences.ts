import type { Appearance, Environment } from '@sonaqor/module'
import { useState } from 'react'

/** What a person has chosen for this tab. */
export interface Preferences {
  readonly environment: Environment
  readonly theme: Appearance['theme']
}

const key = 'sonaqor-preferences'
const fallback: Preferences = { environment: 'sandbox', theme: 'auto' }

/** They last as long as the tab, so that two tabs may look at two environments. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const [preferences, set] = useState(read)
  const change = (part: Partial<Preferences>) => {
    const next = { ...preferences, ...part }
    set(next)
    write(next)
  }
  return [preferences, change]
}

/** Storage may be switched off, and what stands in it may be from another time. */
function read(): Preferences {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Preferences>
    return {
      environment: stored.environment === 'production' ? 'production' : 'sandbox',
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'auto',
    }
  } catch {
    return fallback
  }
}

function write(preferences: Preferences): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(preferences))
  } catch {
    // A preference that cannot be kept is asked for again.
  }
}
