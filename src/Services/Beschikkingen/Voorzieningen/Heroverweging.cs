using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>One time that the municipality looked whether the help still fits (Wmo 2015 art. 2.3.9).</summary>
/// <param name="GedaanOp">De dag.</param>
/// <param name="Uitkomst">Wat eruit kwam.</param>
/// <param name="Toelichting">Waarom, in het kort.</param>
public sealed record Heroverweging(DateOnly GedaanOp, Heroverweeguitkomst Uitkomst, string Toelichting);
