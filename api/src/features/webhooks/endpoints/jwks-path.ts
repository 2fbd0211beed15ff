export const jwksRoot = '/.well-known/webhooks-jwks.json'

/** The keys are each endpoint's own: what one tenant signs shall not verify as what another does. */
export const jwksPathOf = (endpointId: string): string => `${jwksRoot}?endpoint=${endpointId}`
