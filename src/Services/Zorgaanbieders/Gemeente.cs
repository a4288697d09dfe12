using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Zorgaanbieders;

internal static class GemeenteExtensions
{
    /// <summary>Demands that a message is meant for this municipality. Another message is refused at once, without a retour.</summary>
    public static void Vereis(this Gemeente gemeente, Heenbericht bericht)
    {
        if (bericht.Header.Ontvanger != gemeente.Code)
            throw Weigering.Regel("andere-gemeente", "Dit bericht is voor een andere gemeente. Controleer de Ontvanger.", "iWmo IV046");
    }
}
