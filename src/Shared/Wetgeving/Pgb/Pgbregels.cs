namespace WmoPlatform.Wetgeving;

/// <summary>The most that a municipality pays for help with a pgb.</summary>
/// <param name="Professional">Part of the tariff for zorg in natura that a professional gets, for instance 0.85.</param>
/// <param name="BeschermdWonen">The same in beschermd wonen, before the costs of housing are subtracted.</param>
/// <param name="Bekende">Part of the statutory minimum hourly wage that a bekende gets, for instance 1.20.</param>
/// <param name="Minimumleeftijd">Age in years from which a bekende may give help.</param>
/// <param name="UrenPerWeek">Most hours a week that a bekende works for all clients together.</param>
public sealed record Pgbregels(decimal Professional, decimal BeschermdWonen, decimal Bekende, int Minimumleeftijd, decimal UrenPerWeek);
