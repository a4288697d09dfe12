using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A decision on a bezwaar reconsiders the help as it is (Awb 7:11). Since it was taken no other decision on that help was made known: it
/// would be part of the bezwaar too (Awb 6:19).
/// </summary>
internal static class HulpIsOngewijzigd
{
    /// <param name="toen">The decisions that held when it was decided.</param>
    /// <param name="nu">The decisions that hold now.</param>
    /// <exception cref="Weigering">409.</exception>
    public static void Eis(IReadOnlyList<Hulpbesluit> toen, IReadOnlyList<Hulpbesluit> nu)
    {
        if (!toen.ToHashSet().SetEquals(nu))
            throw Weigering.Toestand("hulp-veranderd",
                "Sinds u besliste, is een ander besluit over deze hulp bekendgemaakt. Beslis opnieuw op het bezwaar.",
                "Awb art. 6:19 en 7:11");
    }
}
