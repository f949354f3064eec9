/** Files that are made of a campaign: what lies on the table at an event, and the quilt on sheets of A4. */
export const CAMPAIGN_FILES = ['kit.pdf', 'quilt.pdf'] as const
export type CampaignFile = (typeof CAMPAIGN_FILES)[number]
