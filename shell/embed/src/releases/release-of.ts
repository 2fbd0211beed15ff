import type { RegisteredModule } from '@sonaqor/contract/releases'

/** What a release is called: `keys@0.1.0-1a2b3c4d`. */
export function releaseOf({ manifest }: RegisteredModule): string {
  return `${manifest.name}@${manifest.version}`
}
