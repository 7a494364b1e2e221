/** Whether a setting is an address at which others reach us; these stand on one page. */
export const isPublicAddress = (key: string) => /_url$/.test(key)

/** Whether a setting stands on the company's page. */
export const isCompany = (key: string) => key.startsWith('company.') && !isPublicAddress(key)
