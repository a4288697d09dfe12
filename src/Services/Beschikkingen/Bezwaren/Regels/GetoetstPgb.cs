using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A pgb on bezwaar needs a positive pgb-toets too (Wmo 2015 art. 2.3.6 lid 2), unless the person had one, of which the toets was
/// done.
/// </summary>
internal static class GetoetstPgb
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaarbesluit besluit, Bezwaar bezwaar, IReadOnlyDictionary<Guid, bool> toetsen)
    {
        foreach (var nieuw in besluit.Voorzieningen ?? [])
            if (nieuw.VoorzieningId is { } id && bezwaar.Was(id) is { } was && nieuw.Op(was) is { IsToegekend: true } wordt
                && wordt.Leveringsvorm == Leveringsvorm.Pgb && was is not { IsToegekend: true, Leveringsvorm: Leveringsvorm.Pgb })
                PgbNaPositieveToets.Eis(toetsen, id);
    }
}
