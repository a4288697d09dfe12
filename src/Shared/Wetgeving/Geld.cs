namespace WmoPlatform.Wetgeving;

/// <summary>Euros as a decimal. A cent is rounded half-up, always and only here (docs/decisions/0017).</summary>
internal static class Geld
{
    public static decimal OpCenten(decimal bedrag) => Math.Round(bedrag, 2, MidpointRounding.AwayFromZero);
}
