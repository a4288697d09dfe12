using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>Nobody reviews or approves their own draft or decision, so that a second person looks with care (Awb 3:2).</summary>
internal static class TweePersonen
{
    public const string Grondslag = "Awb art. 3:2";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(string tweede, string eerste)
    {
        if (tweede == eerste)
            throw Weigering.Regel("eigen-werk", "Dit hebt u zelf opgesteld of besloten. Vraag een collega om ernaar te kijken.", Grondslag);
    }
}
